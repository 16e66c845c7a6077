"""«It still holds»: a published card found right again by its agency's program."""

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Field, Router, Schema

from khedmat.api.bearer import AgencyBearer
from khedmat.api.once import OnceKey, once
from khedmat.api.problems import found_in_force
from khedmat.api.schemas import Key
from khedmat.api.v1.agency.schemas import GONE
from khedmat.cards.freshness.confirming import confirm
from khedmat.cards.freshness.standing import freshness
from khedmat.organizations.enums import TokenScope

router = Router(tags=["agency"])


class Confirmed(Schema):
    service: int
    version: int
    confirmed_on: date
    due_on: date = Field(description="When it lapses.")


@router.post(
    "/agency/services/{id}/confirm",
    auth=AgencyBearer(TokenScope.CONFIRM),
    response={200: Confirmed} | GONE,
    url_name="agency-confirm",
)
def confirm_card(request: HttpRequest, *, id: Key, once_key: OnceKey = "") -> HttpResponse:  # noqa: A002
    """The card in force is right today; once a day, by those who answer for its text."""
    version, now = found_in_force(id), timezone.now()
    if version.service.owner_id != request.auth.organization_id:
        raise Http404

    def act() -> Confirmed:
        fresh = freshness(confirm(version, by=request.auth.made_by, at=now).at, timezone.localdate(now))
        days = {"confirmed_on": fresh.confirmed_on, "due_on": fresh.due_on}
        return Confirmed(service=version.service_id, version=version.pk, **days)

    return once(request, once_key, act)
