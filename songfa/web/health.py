"""Whether the process is alive, and whether it can serve."""

from django.db import connection
from django.http import HttpRequest, HttpResponse, JsonResponse


def alive(request: HttpRequest) -> HttpResponse:
    return JsonResponse({"alive": True})


def ready(request: HttpRequest) -> HttpResponse:
    """Answer 200 when the database answers and holds the territory, else 503."""
    with connection.cursor() as cursor:
        cursor.execute("select exists (select 1 from areas_area)")
        loaded = bool(cursor.fetchone()[0])
    return JsonResponse({"ready": loaded}, status=200 if loaded else 503)
