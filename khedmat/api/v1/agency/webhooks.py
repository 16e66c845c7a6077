"""Addresses of an agency's servers that are told of what happens, kept by its program as at the desk."""

from collections.abc import Callable
from datetime import datetime
from typing import Annotated, Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Field, Query, Router, Schema

from khedmat.api.bearer import AgencyBearer
from khedmat.api.once import OnceKey, once
from khedmat.api.paging import Order, Paged, page_of
from khedmat.api.refusals import NOT_MANAGING, Refused
from khedmat.api.schemas import Row
from khedmat.api.v1.agency.schemas import REFUSALS
from khedmat.core.persian import fold_line
from khedmat.organizations.enums import TokenScope
from khedmat.organizations.models import AgencyToken
from khedmat.organizations.perms import can_manage
from khedmat.webhooks import actions
from khedmat.webhooks.actions import LONGEST, Made, Wish
from khedmat.webhooks.enums import TO_CHOOSE, Reach
from khedmat.webhooks.models import EventDelivery, Subscription

router = Router(tags=["agency"])
MAY = AgencyBearer(TokenScope.WEBHOOKS)
OLDEST, NEWEST = Order("id"), Order("id", is_down=True)
KINDS = f"^({'|'.join(kind.value.replace('.', '[.]') for kind in TO_CHOOSE)})$"
SEEN_ONCE = "Signs the messages; it is said in this answer and never again."


class NewWebhook(Schema):
    """An address and what it is told of."""

    address: Annotated[
        str, Field(min_length=1, max_length=LONGEST, pattern=r"^[^\x00]*$", description="https, a name, the usual port")
    ]
    events: Annotated[
        list[Annotated[str, Field(pattern=KINDS)]], Field(min_length=1, max_length=len(TO_CHOOSE))
    ] = list(TO_CHOOSE)  # fmt: skip
    reach: Annotated[Reach, Field(description="own: services of the agency; all: those of the country.")] = Reach.OWN


class Webhook(Schema):
    """An address of the agency. `state`: active, paused, failed (nobody answered for three days), ended."""

    id: int
    address: str
    events: list[str]
    reach: str
    state: str
    state_at: datetime
    secret_at: datetime = Field(description="Since when the newest secret signs.")
    made_at: datetime
    failures: int = Field(description="In a row.")
    rests_until: datetime | None = Field(description="Until when nothing is tried.")


class WithSecret(Webhook):
    secret: str = Field(description=SEEN_ONCE)


class Webhooks(Schema):
    items: list[Webhook]
    next: str | None


class Attempt(Schema):
    """One try."""

    at: datetime
    why: str
    status: int | None = Field(description="Of HTTP; null where no server answered.")
    ms: int
    answer: str = Field(description="How the answer began.")


class Delivery(Schema):
    """A message on its way to the address. `state`: waiting, arrived, lost."""

    id: int
    webhook_id: str = Field(description="The header `webhook-id` of every try.")
    type: str
    at: datetime = Field(description="When it happened.")
    state: str
    next_at: datetime = Field(description="Of what waits: when it is tried.")
    attempts: list[Attempt]


class Deliveries(Schema):
    items: list[Delivery]
    next: str | None


@router.get("/agency/webhooks", auth=MAY, response={200: Webhooks} | REFUSALS, url_name="agency-webhooks")
def webhooks(request: HttpRequest, wanted: Query[Paged]) -> dict[str, Any]:
    """All of the agency, those that ended too, the oldest first."""
    shown, following = page_of(request, _token(request).organization.webhooks.all(), by=OLDEST, wanted=wanted)
    return {"items": list(map(_said, shown)), "next": following}


@router.post("/agency/webhooks", auth=MAY, response={201: WithSecret} | REFUSALS, url_name="agency-webhook-new")
def add_webhook(request: HttpRequest, *, wanted: NewWebhook, once_key: OnceKey = "") -> HttpResponse:
    """From now on; what happened before is in `/changes`. The answer alone says the secret."""
    token = _token(request)
    wish = Wish(fold_line(wanted.address), list(dict.fromkeys(wanted.events)), wanted.reach)

    def act() -> WithSecret:
        return _told(actions.subscribe(token.organization, wish, by=token.made_by, at=timezone.now()))

    return once(request, once_key, act, status=201, is_secret=True)


@router.get("/agency/webhooks/{id}", auth=MAY, response={200: Webhook} | REFUSALS, url_name="agency-webhook")
def webhook(request: HttpRequest, *, id: Row) -> dict[str, Any]:  # noqa: A002
    """One of them."""
    return _said(_mine(request, id))


@router.get(
    "/agency/webhooks/{id}/deliveries",
    auth=MAY,
    response={200: Deliveries} | REFUSALS,
    url_name="agency-webhook-deliveries",
)
def deliveries(request: HttpRequest, *, id: Row, wanted: Query[Paged]) -> dict[str, Any]:  # noqa: A002
    """Messages to this address with what its server answered, the newest first."""
    rows = _mine(request, id).deliveries.select_related("event").prefetch_related("attempts")
    shown, following = page_of(request, rows, by=NEWEST, wanted=wanted)
    return {"items": list(map(_delivery, shown)), "next": following}


@router.delete("/agency/webhooks/{id}", auth=MAY, response={200: Webhook} | REFUSALS)
def end_webhook(request: HttpRequest, *, id: Row, once_key: OnceKey = "") -> HttpResponse:  # noqa: A002
    """Ended for good, with what waits; what was sent stays in the list."""
    return _moved(request, id, actions.end, once_key=once_key)


@router.post("/agency/webhooks/{id}/pause", auth=MAY, response={200: Webhook} | REFUSALS)
def pause_webhook(request: HttpRequest, *, id: Row, once_key: OnceKey = "") -> HttpResponse:  # noqa: A002
    """Nothing goes out; what happens meanwhile is in `/changes` and is not kept for it."""
    return _moved(request, id, actions.pause, once_key=once_key)


@router.post("/agency/webhooks/{id}/resume", auth=MAY, response={200: Webhook} | REFUSALS)
def resume_webhook(request: HttpRequest, *, id: Row, once_key: OnceKey = "") -> HttpResponse:  # noqa: A002
    """What waits begins its three days anew."""
    return _moved(request, id, actions.resume, once_key=once_key)


@router.post("/agency/webhooks/{id}/ping", auth=MAY, response={202: Delivery} | REFUSALS)
def ping_webhook(request: HttpRequest, *, id: Row, once_key: OnceKey = "") -> HttpResponse:  # noqa: A002
    """A message that says nothing, tried once, also of what is paused: the list of deliveries tells what came of it."""
    found = _mine(request, id)

    def act() -> Delivery:
        return Delivery(**_delivery(actions.ping(found, by=request.auth.made_by, at=timezone.now())))

    return once(request, once_key, act, status=202)


@router.post("/agency/webhooks/{id}/secret", auth=MAY, response={200: WithSecret} | REFUSALS)
def change_secret(request: HttpRequest, *, id: Row, once_key: OnceKey = "") -> HttpResponse:  # noqa: A002
    """A new secret; for a day the former one signs beside it."""
    found = _mine(request, id)

    def act() -> WithSecret:
        return _told(actions.change_secret(found, by=request.auth.made_by, at=timezone.now()))

    return once(request, once_key, act, is_secret=True)


@router.post("/agency/webhooks/{id}/deliveries/{delivery}/send", auth=MAY, response={202: Delivery} | REFUSALS)
def send_again(request: HttpRequest, *, id: Row, delivery: Row, once_key: OnceKey = "") -> HttpResponse:  # noqa: A002
    """A message that ended goes out once more, with the same `webhook-id`."""
    found = _mine(request, id).deliveries.select_related("subscription").filter(pk=delivery).first()
    if found is None:
        raise Http404

    def act() -> Delivery:
        return Delivery(**_delivery(actions.resend(found, by=request.auth.made_by, at=timezone.now())))

    return once(request, once_key, act, status=202)


Move = Callable[..., Subscription]


def _moved(request: HttpRequest, pk: int, move: Move, *, once_key: str) -> HttpResponse:
    found, by = _mine(request, pk), request.auth.made_by
    return once(request, once_key, lambda: Webhook(**_said(move(found, by=by, at=timezone.now()))))


def _token(request: HttpRequest) -> AgencyToken:
    """Webhooks are the work of managers of people: so is whoever made the token."""
    token: AgencyToken = request.auth
    if not can_manage(token.made_by, token.organization, timezone.localdate()):
        raise Refused(403, NOT_MANAGING.about(agency=token.organization.name))
    return token


def _mine(request: HttpRequest, pk: int) -> Subscription:
    found: Subscription | None = _token(request).organization.webhooks.filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def _said(one: Subscription) -> dict[str, Any]:
    return {name: getattr(one, name) for name in Webhook.model_fields}


def _told(made: Made) -> WithSecret:
    return WithSecret(**_said(made.subscription), secret=made.secret)


def _delivery(one: EventDelivery) -> dict[str, Any]:
    event, tries = one.event, one.attempts.all()
    return {
        "id": one.pk,
        "webhook_id": event.name,
        "type": event.kind,
        "at": event.at,
        "state": one.state,
        "next_at": one.next_at,
        "attempts": [{name: getattr(each, name) for name in Attempt.model_fields} for each in tries],
    }
