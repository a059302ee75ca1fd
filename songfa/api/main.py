"""Every REST endpoint, under /api/v1/: the same actions and reads as the pages, one line each."""

from django.urls import URLPattern, URLResolver, path

from songfa.api import (
    again,
    amounts,
    assigning,
    beside,
    consultations,
    criminal,
    docs,
    doors,
    everybody,
    files,
    filework,
    groups,
    own,
    papers,
    plans,
    reviews,
    ties,
    troubles,
)

PARTS = (
    everybody, own, files, filework, groups, amounts, doors, criminal, assigning, papers, beside, plans, consultations,
    reviews, ties,
)  # fmt: skip

api = again.Api(
    title="Songfa", version="1", docs_url=None, openapi_url="/openapi.json", urls_namespace="api-1"
)
troubles.install(api)
again.install(api)
for part in PARTS:
    api.add_router("", part.router)

urls: list[URLPattern | URLResolver] = [
    path("docs", docs.page(api), name="api_docs"),
    path("", api.urls),
]
