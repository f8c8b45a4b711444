"""POST /api/mcp: what programs read, as tools of the Model Context Protocol.

https://modelcontextprotocol.io/specification/2025-06-18 (Streamable HTTP, without sessions): each
question of the service is a tool, described by the same OpenAPI.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.urls import Resolver404, resolve, reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from wireroom.api.origins import is_foreign
from wireroom.api.service import service

_VERSIONS: Final = ("2025-06-18", "2025-03-26")  # the newest first
_MOST_BYTES: Final = 65_536
_CANNOT_READ, _NO_REQUEST, _NO_METHOD, _WRONG_PARAMETERS = -32700, -32600, -32601, -32602
_HOW_TO: Final = (
    "News as stories, each once, with every outlet's report. Begin with front or search, then ask"
    " for a story by its id. Quote `cited.text` letter for letter and name its outlet; say how"
    " many reports are independent, and where they differ."
)


@dataclass(frozen=True, slots=True)
class _Fault(Exception):  # noqa: N818 - an answer
    code: int
    words: str


@dataclass(frozen=True, slots=True)
class Tool:
    """A question of the service; `path` has the parameters of `in_path` between braces."""

    name: str
    path: str
    description: str
    schema: Mapping[str, Any]
    in_path: frozenset[str]


@csrf_exempt  # nothing is changed, and no cookie is looked at
@require_POST
def answer_agent(request: HttpRequest) -> HttpResponse:
    """Answer one message of an agent; what wants no answer gets 202."""
    if is_foreign(request):
        return JsonResponse({"error": "this site answers no other site's pages"}, status=403)
    number: Any = None
    try:
        message = _read(request)
        number = message.get("id")
        if number is None:
            return HttpResponse(status=202)
        told = {"result": _answer(request, message)}
    except _Fault as fault:
        told = {"error": {"code": fault.code, "message": fault.words}}
    response = JsonResponse({"jsonrpc": "2.0", "id": number, **told})
    response["Cache-Control"] = "no-store"
    return response


def _read(request: HttpRequest) -> dict[str, Any]:
    body = request.read(_MOST_BYTES + 1)
    if len(body) > _MOST_BYTES:
        raise _Fault(_NO_REQUEST, f"a message has at most {_MOST_BYTES:,} bytes")
    try:
        message = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise _Fault(_CANNOT_READ, "the JSON cannot be read") from error
    if not isinstance(message, dict) or not isinstance(message.get("method"), str):
        raise _Fault(_NO_REQUEST, "send one message of JSON-RPC 2.0")
    if not isinstance(message.get("id"), str | int | None):
        raise _Fault(_NO_REQUEST, "an id is a text or a number")
    return message


def _answer(request: HttpRequest, message: Mapping[str, Any]) -> dict[str, Any]:
    given = message.get("params") or {}
    if not isinstance(given, dict):
        raise _Fault(_WRONG_PARAMETERS, "params: send an object")
    match message["method"]:
        case "initialize":
            return _introduce(given)
        case "ping":
            return {}
        case "tools/list":
            return {"tools": [_describe(tool) for tool in tools().values()]}
        case "tools/call":
            return _call(request, given)
    raise _Fault(_NO_METHOD, "there is no such method: ask tools/list")


def _introduce(given: Mapping[str, Any]) -> dict[str, Any]:
    wanted = given.get("protocolVersion")
    return {
        "protocolVersion": wanted if wanted in _VERSIONS else _VERSIONS[0],
        "capabilities": {"tools": {}},
        "serverInfo": {"name": "wireroom", "title": settings.WIREROOM_NAME, "version": "1"},
        "instructions": _HOW_TO,
    }


def _describe(tool: Tool) -> dict[str, Any]:
    return {
        "name": tool.name,
        "description": tool.description,
        "inputSchema": tool.schema,
        "annotations": {"readOnlyHint": True},
    }


def _call(request: HttpRequest, given: Mapping[str, Any]) -> dict[str, Any]:
    tool, told = tools().get(str(given.get("name"))), given.get("arguments") or {}
    if tool is None or not isinstance(told, dict):
        raise _Fault(_WRONG_PARAMETERS, "name and arguments: as tools/list describes them")
    response = _ask(request, tool, {name: str(value) for name, value in told.items()})
    text = response.content.decode()
    result: dict[str, Any] = {"content": [{"type": "text", "text": text}]}
    if response.status_code != 200:
        return {**result, "isError": True}
    answer = json.loads(text)
    return {**result, "structuredContent": answer} if isinstance(answer, dict) else result


def _ask(request: HttpRequest, tool: Tool, told: Mapping[str, str]) -> HttpResponse:
    """Ask the service what a tool stands for, as if its address had been asked for."""
    missing = sorted(tool.in_path - told.keys())
    if missing:
        raise _Fault(_WRONG_PARAMETERS, f"arguments: {', '.join(missing)} is missing")
    inner = HttpRequest()
    inner.META = {**request.META, "REQUEST_METHOD": "GET", "QUERY_STRING": ""}
    inner.method = "GET"
    inner.path = inner.path_info = f"{_root()}{tool.path.format(**told)}"
    asked = {name: value for name, value in told.items() if name not in tool.in_path}
    inner.GET = QueryDict(urlencode(asked))
    try:
        found = resolve(inner.path)
    except Resolver404 as error:
        raise _Fault(_WRONG_PARAMETERS, "arguments: as tools/list describes them") from error
    answer: HttpResponse = found.func(inner, *found.args, **found.kwargs)
    return answer


@cache
def tools() -> Mapping[str, Tool]:
    """Return every question of the service by what it is called."""
    paths: dict[str, Any] = service.get_openapi_schema(path_prefix="")["paths"]
    made = (_make(path, methods["get"]) for path, methods in paths.items())
    return {tool.name: tool for tool in made}


def _make(path: str, described: Mapping[str, Any]) -> Tool:
    parameters = described.get("parameters", ())
    return Tool(
        name=described["operationId"],
        path=path,
        description=described.get("description") or described["summary"],
        schema={
            "type": "object",
            "properties": {
                one["name"]: {
                    **one["schema"],
                    **({"description": one["description"]} if "description" in one else {}),
                }
                for one in parameters
            },
            "required": [one["name"] for one in parameters if one.get("required")],
        },
        in_path=frozenset(one["name"] for one in parameters if one["in"] == "path"),
    )


def _root() -> str:
    return reverse("api:api-root").rstrip("/")
