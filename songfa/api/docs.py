"""A plain page of every endpoint, made from the schema: no script, nothing from elsewhere."""

import json
from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from ninja import NinjaAPI

from songfa.words.say import key_of, say

Json = dict[str, Any]


def page(api: NinjaAPI) -> Callable[[HttpRequest], HttpResponse]:
    """Return the page that shows an API."""

    def shown(request: HttpRequest) -> HttpResponse:
        schema = api.get_openapi_schema()
        shapes = schema["components"]["schemas"]
        operations = [
            _operation(path, method, operation, shapes)
            for path, methods in schema["paths"].items()
            for method, operation in methods.items()
        ]
        heads = [say(f"api-{head}") for head in ("field", "where", "type", "needed")]
        return render(request, "api/docs.html", {"operations": operations, "heads": heads})

    return shown


def _operation(path: str, method: str, operation: Json, shapes: Json) -> Json:
    fields = [
        {
            "name": p["name"],
            "where": p["in"],
            "type": _type(p["schema"]),
            "needed": p.get("required", False),
        }
        for p in operation.get("parameters", ())
    ]
    content = operation.get("requestBody", {}).get("content", {})
    for kind, body in content.items():
        where = "body" if kind == "application/json" else "form"
        fields += [f for shape in _shapes(body["schema"], shapes) for f in _fields(shape, where)]
    answer: Json = next(
        (c for status, c in operation["responses"].items() if str(status).startswith("2")), {}
    )
    # a download has no shape of its own
    told = answer.get("content", {}).get("application/json")
    return {
        "method": method.upper(),
        "path": path,
        "word": say(key_of("api-op", operation["operationId"])),
        "open": not operation.get("security"),
        "fields": fields,
        "answer": json.dumps(_example(told["schema"], shapes), indent=2) if told else "",
    }


def _resolved(schema: Json, shapes: Json) -> Json:
    found: Json = shapes[schema["$ref"].rsplit("/", 1)[-1]] if "$ref" in schema else schema
    return found


def _shapes(schema: Json, shapes: Json) -> list[Json]:
    """Return the shapes a body may have: one, or each of several."""
    found = _resolved(schema, shapes)
    several = found.get("oneOf") or found.get("anyOf")
    return [_resolved(s, shapes) for s in several] if several else [found]


def _fields(shape: Json, where: str) -> list[Json]:
    needed = shape.get("required", ())
    title = {"group": shape.get("title", "")}
    return [
        {"name": name, "where": where, "type": _type(field), "needed": name in needed, **title}
        for name, field in shape.get("properties", {}).items()
    ]


def _type(schema: Json) -> str:
    """Return a type as programs write it: `integer`, `date`, `owed | overdue`, `[text]`, a shape's name."""
    if "$ref" in schema:
        return str(schema["$ref"]).rsplit("/", 1)[-1]
    if "const" in schema:
        return str(schema["const"])
    if "enum" in schema:
        return " | ".join(map(str, schema["enum"]))
    several = schema.get("anyOf") or schema.get("oneOf")
    if several:
        return " | ".join(dict.fromkeys(_type(s) for s in several))
    if schema.get("type") == "array":
        return f"[{_type(schema.get('items', {}))}]"
    return str(schema.get("format") or schema.get("type") or "any")


def _example(schema: Json, shapes: Json, depth: int = 0) -> Any:
    """Return the shape of an answer: each field with its type."""
    found = _resolved(schema, shapes)
    if found.get("type") == "array" and depth < 3:
        return [_example(found.get("items", {}), shapes, depth + 1)]
    if "properties" in found and depth < 3:
        return {
            name: _example(field, shapes, depth + 1) for name, field in found["properties"].items()
        }
    return _type(schema)
