"""Attaching files and taking them away: each a row that never changes, refused in words."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.cards.attaching.perms import can_attach, can_publish, can_take_away
from khedmat.cards.attaching.place import Given, Place, place_of
from khedmat.cards.enums import AttachmentKind
from khedmat.cards.models import Attachment, AttachmentEnd, ServiceVersion, TitleList
from khedmat.cards.records import locked, log_stint
from khedmat.core.refusals import refusing_in_words

MOST = 30  # of one version with its review, or of one list
NOT_HERE = _(
    "پیوست را تا فرستادن، نویسندگان «%(agency)s» می‌افزایند و پس از آن تا انتشار، نویسندگان و تأییدکنندگان آن و "
    "بررسی‌کنندگان مرکز، هر یک در صفحهٔ همین نسخه؛ به سخن بررسی تنها گویندهٔ آن پیوست می‌افزاید."
)
NOT_TO_TITLES = _(
    "پیوست فهرست عنوان‌ها را نویسندگان و تأییدکنندگان «%(agency)s» تا پیش از تأیید در صفحهٔ همین فهرست می‌افزایند."
)
TOO_MANY = _(
    "این‌جا ۳۰ پیوست هست و بیش از آن جا نیست؛ پیوستی را در همین صفحه بردارید یا چند سند را در یک پرونده بیاورید."
)
TWICE = _("همین پرونده این‌جا با عنوان «%(title)s» پیوست شده است.")
TOO_LATE = _(
    "همگانی‌بودن پیوست را نویسندگان «%(agency)s» پیش از فرستادن برمی‌گزینند؛ اکنون آن را بی این گزینه پیوست کنید، "
    "یا در پیش‌نویس تازه."
)
NO_DIAGRAM = _("نمودار پیوست شناسنامه می‌شود، نه فهرست عنوان‌ها یا سخن بررسی؛ گونهٔ دیگری برگزینید.")
NOT_YOURS = _(
    "پیوست پیش‌نویس را نویسندگان «%(agency)s» برمی‌دارند؛ پس از فرستادن، هر کس پیوستی را که پس از آن افزوده است تا "
    "انتشار، و هر پیوستی را منتشرکنندگان مرکز، در صفحهٔ همین نسخه."
)
GONE = _("این پیوست پیش‌تر برداشته شده است.")
WHY = _("بنویسید چرا برداشته می‌شود: کسانی که آن را دیده‌اند باید بدانند.")


@refusing_in_words()
@transaction.atomic
def attach(place: Place, given: Given, *, by: User, at: datetime) -> Attachment:
    """The file stands here from now on; whoever attaches to a draft has had a hand in it."""
    place = _locked(place)
    _demand(place, given, by=by, at=at)
    if place.version and place.is_draft:
        log_stint(place.version, by=by, at=at)
    where = {"version": place.version, "remark": place.remark, "title_list": place.titles}
    return Attachment.objects.create(**where, **given._asdict(), by=by, at=at)


@refusing_in_words()
@transaction.atomic
def take_away(attachment: Attachment, *, reason: str, by: User, at: datetime) -> AttachmentEnd:
    """Nobody gets the file any more. Of what others have seen it is said why."""
    place = _locked(place_of(attachment))
    found = Attachment.objects.select_related("version__service__owner", "title_list__agency").get(pk=attachment.pk)
    if found.taken_away:
        raise ValidationError(GONE)
    if not can_take_away(by, found, localdate(at)):
        raise ValidationError(NOT_YOURS if place.version else NOT_TO_TITLES, params={"agency": place.agency})
    if not (place.is_draft or reason.strip()):
        raise ValidationError(WHY, code="reason")
    if place.version and place.is_draft:
        log_stint(place.version, by=by, at=at)
    return AttachmentEnd.objects.create(attachment=found, reason=reason.strip(), by=by, at=at)


def carry(source: ServiceVersion, draft: ServiceVersion, *, by: User, at: datetime) -> list[Attachment]:
    """A draft begins with the files of the card it copies; what was said in the review stays there."""
    standing = Attachment.objects.standing().filter(version=source, remark=None).order_by("pk")
    copied = ("kind", "title", "number", "day", "file_id", "name", "media_type", "is_public")
    rows = [{name: getattr(one, name) for name in copied} for one in standing]
    return Attachment.objects.bulk_create([Attachment(version=draft, **row, by=by, at=at) for row in rows])


def demand_right(place: Place, *, by: User, at: datetime) -> None:
    """Before a file is taken in at all: nobody fills the store with what is refused."""
    if not can_attach(by, place, localdate(at)):
        raise ValidationError(NOT_HERE if place.version else NOT_TO_TITLES, params={"agency": place.agency})


def _demand(place: Place, given: Given, *, by: User, at: datetime) -> None:
    facts, standing = {"agency": place.agency}, place.attachments.standing()
    demand_right(place, by=by, at=at)
    if given.is_public and not can_publish(by, place, localdate(at)):
        raise ValidationError(TOO_LATE, params=facts)
    if given.kind == AttachmentKind.DIAGRAM and (place.titles or place.remark):
        raise ValidationError(NO_DIAGRAM)
    if len(standing) >= MOST:
        raise ValidationError(TOO_MANY)
    if twin := next((one for one in standing if one.file_id == given.file.pk), None):
        raise ValidationError(TWICE, params={"title": twin.title})


def _locked(place: Place) -> Place:
    """Two people at once: one waits, and finds what the other did. A card that is being sent is waited for too."""
    if place.version:
        return place._replace(version=locked(place.version))
    assert place.titles is not None
    found = TitleList.objects.select_related("agency").select_for_update(of=("self",))
    return place._replace(titles=found.get(pk=place.titles.pk))
