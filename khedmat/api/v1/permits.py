"""Permits: rows of form 1, what other agencies are asked for them, and how long that takes."""

from itertools import filterfalse, starmap
from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Field, Query, Router, Schema

from khedmat.api.paging import Order, Paged, page_of
from khedmat.api.schemas import Agency, Code, Problem, Row, Words
from khedmat.cards import vocabulary as v
from khedmat.core.persian import squeeze
from khedmat.permits.critical_path import asked, critical_path, hours
from khedmat.permits.finding import NARROW, counted, narrowed
from khedmat.permits.models import PermitForm, PermitInquiry

router = Router(tags=["permits"])
BY_KEY = Order("pk")


class PermitRow(Schema):
    """A row of form 1: one action on one permit."""

    id: int
    title: str
    action: str | None = Field(description="issue, renew, amend, cancel, revive; null when the form does not say.")
    agency: Agency
    service: int | None = Field(description="Key of the service; null for a list of permits without cards.")


class PermitDetail(PermitRow):
    permit: dict[str, Any] = Field(description="The row in the contract's words.")
    inquiries: list[dict[str, Any]] = Field(description="Rows of form 2 of this permit and action.")


class Permits(Schema):
    items: list[PermitRow]
    next: str | None


class Inquired(Schema):
    agency: str
    name: str
    hours: float | None
    rial: int | None


class PathFound(Schema):
    """Working hours, eight a day. No form says which inquiry waits for which: both ends are given."""

    bodies: int
    inquiries: int
    serial: float = Field(description="One inquiry after another.")
    parallel: float = Field(description="All at once: as long as the longest.")
    rial: int = Field(description="Sum of the fees that are said.")
    bottleneck: Inquired | None
    silent_of_time: int = Field(description="Inquiries whose time no form says; they are in no sum.")
    silent_of_fee: int
    declared: float | None = Field(description="What form 1 promises for the whole permit.")
    shortfall: float | None = Field(description="By how much the promise is shorter than the longest inquiry.")


class PermitAnswer(Schema):
    value: str
    permits: int = Field(description="Permits that are left after this answer; a permit has a row for each action.")


class PermitQuestion(Schema):
    name: str = Field(description="who, want, what, where: the parameter that answers it.")
    answers: list[PermitAnswer]


class GuidedPermits(Permits):
    total: int = Field(description="Permits that are left.")
    open: list[PermitQuestion] = Field(description="What was not answered yet, with the answers that keep something.")


class Answers(Paged):
    """What is answered so far; what a form does not say keeps no permit away."""

    who: v.Applicant | None = None
    want: v.PermitAction | None = None
    what: Words = Field("", description="Words of its title, its kind or its agency.")
    where: str = Field("", pattern=r"^(\d{2}|national)?$", description="National code of a province, or `national`.")


class Wanted(Paged):
    q: Words = Field("", description="A piece of the title.")
    agency: Code = ""


@router.get("/permits", response={200: Permits, 404: Problem, 422: Problem}, url_name="permit-list")
def permit_list(request: HttpRequest, wanted: Query[Wanted]) -> dict[str, Any]:
    """Rows of form 1 of cards in force, and of lists that no list replaced."""
    rows = _rows().filter(title__icontains=wanted.q) if wanted.q else _rows()
    rows = rows.filter(organization__code=wanted.agency) if wanted.agency else rows
    found, following = page_of(request, rows, by=BY_KEY, wanted=wanted)
    return {"items": [_said(row) for row in found], "next": following}


@router.get("/permits/{id}", response={200: PermitDetail, 404: Problem, 422: Problem}, url_name="permit")
def permit(request: HttpRequest, id: Row) -> dict[str, Any]:
    """One row of form 1 with its inquiries."""
    row = get_object_or_404(_rows(), pk=id)
    inquired = [one.inquiry.model_dump(mode="json") for one in _inquiries(row)]
    return _said(row) | {"permit": row.permit.model_dump(mode="json"), "inquiries": inquired}


@router.get("/permits/{id}/path", response={200: PathFound, 404: Problem, 422: Problem}, url_name="permit-path")
def permit_path(request: HttpRequest, id: Row) -> dict[str, Any]:
    """Its inquiries in a row and side by side, and which of them everything waits for."""
    row = get_object_or_404(_rows(), pk=id)
    path = critical_path(map(asked, _inquiries(row)), hours(row.duration_value, row.duration_unit))
    longest = path.bottleneck._asdict() if path.bottleneck else None
    return path._asdict() | {"bottleneck": longest, "shortfall": path.shortfall}


@router.get("/find-permits", response={200: GuidedPermits, 404: Problem, 422: Problem}, url_name="find-permits")
def find_permits(request: HttpRequest, wanted: Query[Answers]) -> dict[str, Any]:
    """The guided finder: the permits that fit what was answered, and what else can be asked about them."""
    given = {name: f"{value}" for name in NARROW if (value := getattr(wanted, name))}
    found, following = page_of(request, _light(narrowed(given)), by=BY_KEY, wanted=wanted)
    total, kept = counted(given, list(filterfalse(given.__contains__, NARROW)))
    return {
        "items": list(map(_said, found)),
        "next": following,
        "total": total,
        "open": list(starmap(_open, kept.items())),
    }


def _open(name: str, counts: dict[str, int]) -> dict[str, Any]:
    return {"name": name, "answers": _answers(counts)}


def _answers(counts: dict[str, int]) -> list[dict[str, Any]]:
    return [{"value": value, "permits": count} for value, count in counts.items()]


def _rows() -> Any:
    return _light(PermitForm.objects.public())


def _light(rows: Any) -> Any:
    heavy = ("version__content", "version__paper", "version__search_text")
    return rows.select_related("organization", "version").defer(*heavy)


def _inquiries(row: PermitForm) -> list[PermitInquiry]:
    """Of the same form and permit; those that name no action belong to each."""
    beside = PermitInquiry.objects.filter(
        version=row.version_id, permit_list=row.permit_list_id, action__in=["", row.action]
    )
    return [one for one in beside.order_by("order") if squeeze(one.permit) == squeeze(row.title)]


def _said(row: PermitForm) -> dict[str, Any]:
    return {
        "id": row.pk,
        "title": row.title,
        "action": row.action or None,
        "agency": {"code": row.organization.code, "name": row.organization.name},
        "service": row.version.service_id if row.version else None,
    }
