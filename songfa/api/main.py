"""Every REST endpoint, under /api/v1/: the same actions and reads as the pages, one line each."""

from django.urls import URLPattern, URLResolver, path
from ninja import NinjaAPI

from songfa.api import consultations, docs, everybody, files, groups, own, plans, reviews, troubles

api = NinjaAPI(
    title="Songfa", version="1", docs_url=None, openapi_url="/openapi.json", urls_namespace="api-1"
)
troubles.install(api)
for part in (everybody, own, files, groups, plans, consultations, reviews):
    api.add_router("", part.router)

urls: list[URLPattern | URLResolver] = [
    path("docs", docs.page(api), name="api_docs"),
    path("", api.urls),
]
