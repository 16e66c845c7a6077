"""Drafts of an agency by the keys of its own system."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from ninja import Router, Status

from khedmat.api.bearer import AgencyBearer
from khedmat.api.once import OnceKey, once
from khedmat.api.v1.agency.schemas import OF_A_STATE, REFUSALS, Draft, DraftKey, IfMatch, IfNoneMatch
from khedmat.api.v1.checking import SOURCE, Breach, Filled
from khedmat.cards.form import Document, as_contract
from khedmat.cards.keyed import ANY, Named, Seen, found_by_key, send, state_of, write
from khedmat.cards.models import ServiceVersion
from khedmat.organizations.enums import TokenScope

router = Router(tags=["agency"])


@router.put(
    "/agency/drafts/{key}",
    auth=AgencyBearer(TokenScope.DRAFTS),
    response={200: Draft, 201: Draft} | OF_A_STATE,
    url_name="agency-draft",
)
def put_draft(
    request: HttpRequest,
    response: HttpResponse,
    *,
    key: DraftKey,
    filled: Filled,
    if_match: IfMatch = "",
    if_none_match: IfNoneMatch = "",
) -> Status[dict[str, Any]]:
    """The draft of the service that bears this key, as the body says; the same body again changes nothing.

    201 where a draft began. A draft with another text is replaced only by who names its ETag: 428 without, 412 when
    somebody changed it meanwhile. What was sent already is never touched: another text begins the next draft.
    """
    document = Document(kind="service_card", source=SOURCE, **dict(filled))
    named, seen = Named(request.auth.organization, key), _seen(if_match, if_none_match)
    written = write(named, document, seen=seen, by=request.auth.made_by, at=timezone.now())
    response["ETag"] = etag(written.version)
    return Status(201 if written.is_new else 200, _draft(request, key, written.version))


@router.get(
    "/agency/drafts/{key}",
    auth=AgencyBearer(TokenScope.DRAFTS),
    response={200: Draft} | REFUSALS,
    url_name="agency-draft",
)
def get_draft(request: HttpRequest, response: HttpResponse, key: DraftKey) -> dict[str, Any]:
    """The newest version of this service with its findings, at whatever stage; its ETag is what `PUT` wants to see."""
    version = found_by_key(Named(request.auth.organization, key))
    response["ETag"] = etag(version)
    return _draft(request, key, version)


@router.post(
    "/agency/drafts/{key}/submit",
    auth=AgencyBearer(TokenScope.SUBMIT),
    response={200: Draft} | OF_A_STATE,
    url_name="agency-submit",
)
def submit_draft(
    request: HttpRequest, *, key: DraftKey, if_match: IfMatch = "", once_key: OnceKey = ""
) -> HttpResponse:
    """The draft goes to the approvers of the agency, in the name of whoever made the token; it never changes after."""
    named = Named(request.auth.organization, key)

    def act() -> Draft:
        sent = send(named, seen=_seen(if_match, ""), by=request.auth.made_by, at=timezone.now())
        return Draft(**_draft(request, key, sent))

    return once(request, once_key, act)


def etag(version: ServiceVersion) -> str:
    return f'"{state_of(version)}"'


def _seen(if_match: str, if_none_match: str) -> Seen:
    plain = if_match.strip().removeprefix("W/").strip('"')
    return Seen(plain or None, is_new=if_none_match.strip() == ANY)


def _draft(request: HttpRequest, key: str, version: ServiceVersion) -> dict[str, Any]:
    paper, found = as_contract(version.document), version.findings.unsettled().order_by("order")
    return {
        "key": key,
        "service": version.service_id,
        "code": version.service.code,
        "version": version.pk,
        **{name: getattr(version, name) for name in ("number", "stage", "revision", "touched_at", "sha256", "edition")},
        "card": paper["card"] or {},
        "permits": paper["permits"] or [],
        "inquiries": paper["inquiries"] or [],
        "undecided": version.undecided,
        "findings": [{name: getattr(one, name) for name in Breach.model_fields} for one in found],
        "page": request.build_absolute_uri(reverse("web:desk-version", args=[version.pk])),
    }
