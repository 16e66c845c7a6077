"""«It still holds»: one click of an author or approver of the owning agency, a row that never changes."""

from collections.abc import Iterable
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.cards.checking import store_findings
from khedmat.cards.enums import Stage
from khedmat.cards.freshness.telling import settle_if_none_ages
from khedmat.cards.models import Confirmation, ServiceVersion
from khedmat.cards.records import locked
from khedmat.core.jalali import with_time
from khedmat.core.refusals import refusing_in_words
from khedmat.organizations.enums import ANSWERING
from khedmat.organizations.models import Membership

NOT_PUBLISHED = _(
    "تنها نسخهٔ منتشرشده تأیید تازگی می‌خواهد و این نسخه در مرحلهٔ «%(stage)s» است؛ نسخهٔ کنونی در صفحهٔ خدمت است."
)
NOT_OF_OFFICE = _(
    "تأیید تازگی کار نویسندگان و تأییدکنندگان «%(owner)s» است؛ "
    "یکی از آنان آن را در صفحهٔ همین نسخه یا در فهرست «در انتظار تأیید تازگی» در میز کار تأیید می‌کند."
)
CONFIRMED_TODAY = _("%(by)s همین نسخه را امروز تأیید کرده است (%(at)s).")


@refusing_in_words()
@transaction.atomic
def confirm(version: ServiceVersion, *, by: User, at: datetime) -> Confirmation:
    """The text as it stands is right today."""
    version = locked(version)
    membership = _answering(version, by=by, at=at)
    _refuse_twice_a_day(version, at)
    said_by = {"as_role": membership.role, "as_organization": version.service.owner}
    row = Confirmation.objects.create(version=version, by=by, at=at, sha256=version.sha256, **said_by)
    store_findings(version, on=localdate(at))
    settle_if_none_ages(version.service.owner, at=at)
    return row


def _answering(version: ServiceVersion, *, by: User, at: datetime) -> Membership:
    """By which somebody answers for the text; refused with all that is missing."""
    mine = Membership.objects.of(by).in_force(localdate(at)).filter(organization=version.service.owner_id)
    membership = mine.filter(role__in=ANSWERING).order_by("pk").first()
    said = {"stage": version.get_stage_display(), "owner": version.service.owner.name}
    wrong = {NOT_OF_OFFICE: membership is None, NOT_PUBLISHED: version.stage != Stage.PUBLISHED}
    reasons = [sentence % said for sentence, is_so in wrong.items() if is_so]
    if membership is None or reasons:
        raise ValidationError(reasons, code="unmet")
    return membership


def _refuse_twice_a_day(version: ServiceVersion, at: datetime) -> None:
    """Whoever came second hears who was first."""
    last = version.confirmations.select_related("by").order_by("-at").first()
    if last and localdate(last.at) == localdate(at):
        raise ValidationError(CONFIRMED_TODAY, code="conflict", params={"by": last.by, "at": with_time(last.at)})


def confirm_all(
    versions: Iterable[ServiceVersion], *, by: User, at: datetime
) -> tuple[list[Confirmation], list[tuple[ServiceVersion, list[str]]]]:
    """Each is a row of its own; one that is refused stops none of the others, and is told with its reason."""
    done, refused = [], []
    for version in versions:
        try:
            done.append(confirm(version, by=by, at=at))
        except ValidationError as refusal:
            refused.append((version, refusal.messages))
    return done, refused
