"""What may be asked of an address by name. A filter that nobody knows would otherwise answer with the whole list."""

import re
from functools import cache
from itertools import filterfalse
from typing import Any

from django.http import HttpRequest, HttpResponse

from khedmat.api.problems import worded
from khedmat.api.refusals import UNASKED, Refused
from khedmat.api.v1 import api

PLACE = re.compile(r"<(?:\w+:)?(\w+)>")  # of a route of Django; the contract writes {name}
ONE_NAME, A_FEW = 40, 5  # letters of a name, and names, that are said back


def unasked(request: HttpRequest) -> HttpResponse | None:
    """A refusal that names what an address that takes filters does not know; else nothing."""
    route = request.resolver_match.route if request.resolver_match and request.method == "GET" else ""
    known = _names().get(PLACE.sub(r"{\1}", f"/{route}"), [])
    strange = list(filterfalse(known.__contains__, request.GET)) if known else []
    if not strange:
        return None
    names = ", ".join(name[:ONE_NAME] for name in strange[:A_FEW])
    return worded(request, Refused(422, UNASKED.about(names=names, known=", ".join(known))))


@cache
def _names() -> dict[str, list[str]]:
    """Addresses as the contract writes them, each with the names after its question mark in the order there."""
    paths = api.get_openapi_schema(path_prefix="/api/v1/")["paths"].items()
    return {path: _asked(operations["get"]) for path, operations in paths if "get" in operations}


def _asked(operation: dict[str, Any]) -> list[str]:
    return [one["name"] for one in operation.get("parameters", []) if one["in"] == "query"]
