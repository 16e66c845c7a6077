"""Version 1 of the API: published cards, read only, open to anybody."""

from typing import Annotated, Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI, Path, Query, Status
from ninja.renderers import JSONRenderer

from khedmat.api import answers, problems
from khedmat.api.schemas import Detail, Gone, Listing, Problem, Wanted
from khedmat.cards.models import ServiceVersion


class PersianJSON(JSONRenderer):
    """Persian as Persian, line by line."""

    json_dumps_params = problems.READABLE


class ProblemAPI(NinjaAPI):
    """Its contract says what its errors are: problem documents, which ninja would call plain JSON."""

    def get_openapi_schema(self, **options: Any) -> Any:
        schema = super().get_openapi_schema(**options)
        for path in schema["paths"].values():
            for operation in path.values():
                problems.declare(operation["responses"])
        return schema


api = ProblemAPI(
    title="Khedmat",
    version="1.0.0",
    urls_namespace="api",
    docs_url=None,
    renderer=PersianJSON(),
    openapi_url="/openapi.json",
    description="Published identity cards of public services. Null: the form does not say; see `undecided`.",
)
problems.register(api)
Key = Annotated[int, Path(ge=1, le=2**63 - 1, description="Key of the service here.")]
NARROW = {
    "q": lambda rows, words: rows.matching(words),
    "agency": lambda rows, code: rows.of_agency(code),
    "type": lambda rows, kind: rows.of_type(kind),
    "level": lambda rows, level: rows.at_level(level),
    "event": lambda rows, event: rows.for_event(event),
    "electronic": lambda rows, wanted: rows.electronic(wanted),
}


@api.get("/services", response={200: Listing, 422: Problem}, url_name="service-list", summary="Published cards")
def service_list(request: HttpRequest, wanted: Query[Wanted]) -> dict[str, Any]:
    found = list(page(narrowed(wanted), wanted))
    items = [answers.summary(request, version) for version in found[: wanted.limit]]
    return {"items": items, "next": following(request, items) if len(found) > wanted.limit else None}


@api.get(
    "/services/{pk}",
    response={200: Detail, 304: None, 404: Problem, 410: Gone, 422: Problem},
    url_name="service",
    summary="One card",
)
def service(request: HttpRequest, response: HttpResponse, pk: Key) -> Status:
    version = problems.found_in_force(pk)
    etag = f'"{version.sha256}-{version.number}-{version.stage}"'
    response["ETag"], response["Cache-Control"] = etag, "public, max-age=60"
    if etag in request.headers.get("If-None-Match", ""):
        return Status(304, None)
    return Status(200, answers.detail(request, version))


def narrowed(wanted: Wanted) -> QuerySet[ServiceVersion]:
    """The published versions that fit all filters given."""
    versions = ServiceVersion.objects.published().for_list()
    for name, narrow in NARROW.items():
        value = getattr(wanted, name)
        if value not in (None, ""):
            versions = narrow(versions, value)
    return versions


def page(versions: QuerySet[ServiceVersion], wanted: Wanted) -> QuerySet[ServiceVersion]:
    """By key, after the last one seen: page 50,000 costs what the first does. One row more tells of a next."""
    return versions.filter(service__gt=wanted.after).order_by("service")[: wanted.limit + 1]


def following(request: HttpRequest, items: list[dict[str, Any]]) -> str:
    query = request.GET.copy()
    query["after"] = items[-1]["id"]
    return request.build_absolute_uri(f"{request.path}?{query.urlencode()}")
