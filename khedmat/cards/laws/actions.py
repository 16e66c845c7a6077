"""Keeping the register of laws: a law that ends sends the cards that rest on it into review."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.cards.ending import Ending, Preview, Refused, tell_back
from khedmat.cards.laws.binding import look_anew, rebind
from khedmat.cards.laws.findings import dated
from khedmat.cards.laws.where import resting_on
from khedmat.cards.models import CitedLaw, ServiceVersion
from khedmat.cards.tasks import recheck_soon
from khedmat.cards.telling import answering_for
from khedmat.core.refusals import refusing_in_words
from khedmat.notices.actions import notify, settle
from khedmat.notices.enums import NoticeKind
from khedmat.registers import writing
from khedmat.registers.books import BOOKS
from khedmat.registers.enums import LawState, Register
from khedmat.registers.models import LegalSource

WORK_LIST = "/desk/ended-laws/"
ENDING = Ending(
    BOOKS[Register.LAWS],
    LawState.IN_FORCE,
    LawState.REPLACED,
    LawState.REPEALED,
    resting_on,
    Refused(
        _("«%(title)s» پیش از این جایگزین یا نسخ شده است؛ صفحهٔ آن را ببینید."),
        _("قانون جایگزین خودش نیست؛ قانون دیگری برگزینید."),
        _("«%(title)s» خود معتبر نیست؛ قانونی را برگزینید که اکنون معتبر است."),
        _(
            "پس از آن که پیش‌نمایش را دیدید، شناسنامه‌ها یا این دو قانون تغییر کرده‌اند؛ چیزی ثبت نشد. "
            "متولی قوانین پیش‌نمایش تازه را در همین صفحه ببیند و دوباره تأیید کند."
        ),
        _("«%(title)s» معتبر است و چیزی برای بازگرداندن نیست؛ صفحهٔ آن را ببینید."),
    ),
)
preview = ENDING.preview


@refusing_in_words()
@transaction.atomic
def add(law: LegalSource, *, by: User, at: datetime) -> LegalSource:
    writing.add(law, by=by, at=at)
    return _reached(law, at=at)


@refusing_in_words()
@transaction.atomic
def change(law: LegalSource, *, seen: int, by: User, at: datetime) -> LegalSource:
    writing.change(law, seen=seen, by=by, at=at)
    return _reached(law, at=at)


@refusing_in_words()
@transaction.atomic
def end(law: LegalSource, replaced_by: LegalSource | None, *, seen: str, by: User, at: datetime) -> Preview:
    """Replaced, or repealed where nothing comes after it: its published cards are looked at anew, owners are told."""
    shown = ENDING.end(law, replaced_by, seen=seen, by=by, at=at)
    _look_anew(shown.entry, at=at)
    _tell(shown, at=at)
    return shown


@refusing_in_words()
@transaction.atomic
def take_back(law: LegalSource, *, by: User, at: datetime) -> LegalSource:
    """An end that was no end: its cards are looked at anew, owners are told."""
    found: LegalSource = ENDING.take_back(law, by=by, at=at)
    _look_anew(found, at=at)
    settle(NoticeKind.LAW_ENDED, about=f"law {found.pk}", at=at)
    tell_back(found, dated(found), answering_for(resting_on(found), localdate(at)), at=at)
    return found


def _look_anew(law: LegalSource, *, at: datetime) -> None:
    citations = CitedLaw.objects.filter(law=law)
    look_anew(ServiceVersion.objects.filter(pk__in=citations.values("version")))
    recheck_soon(at=at)


def _reached(law: LegalSource, *, at: datetime) -> LegalSource:
    if rebind(law):
        recheck_soon(at=at)
    return law


def _tell(shown: Preview, *, at: datetime) -> None:
    """Those of each owner who answer for its cards, once."""
    people = answering_for(resting_on(shown.entry), localdate(at))
    context = {"law": dated(shown.entry), "replaced_by": dated(shown.replaced_by) if shown.replaced_by else ""}
    about = f"law {shown.entry.pk}"
    notify(people, NoticeKind.LAW_ENDED, context=context, link=WORK_LIST, about=about, dedupe=about, at=at)
