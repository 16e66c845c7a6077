"""A system ends: its page leads to the one that works now, or says that there is none."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.cards.ending import Ending, Preview, Refused, tell_back
from khedmat.cards.lines.telling import tell_ended
from khedmat.cards.lines.where import naming
from khedmat.cards.models import ServiceVersion
from khedmat.cards.models.queries import VersionQuerySet
from khedmat.cards.telling import answering_for
from khedmat.core.refusals import refusing_in_words
from khedmat.notices.actions import settle
from khedmat.notices.enums import NoticeKind
from khedmat.registers.books import BOOKS
from khedmat.registers.enums import Register, SystemState
from khedmat.registers.models import System


def _named_in(system: System) -> VersionQuerySet:
    found: VersionQuerySet = naming(ServiceVersion.objects.published().for_list(), system)
    return found


SYSTEMS = Ending(
    BOOKS[Register.SYSTEMS],
    SystemState.RUNNING,
    SystemState.REPLACED,
    SystemState.CLOSED,
    _named_in,
    Refused(
        _("«%(title)s» پیش از این جایگزین یا برچیده شده است؛ صفحهٔ آن را ببینید."),
        _("سامانه جایگزین خودش نیست؛ سامانهٔ دیگری برگزینید."),
        _("«%(title)s» خود در کار نیست؛ سامانه‌ای را برگزینید که اکنون کار می‌کند."),
        _(
            "پس از آن که پیش‌نمایش را دیدید، شناسنامه‌ها یا این دو سامانه تغییر کرده‌اند؛ چیزی ثبت نشد. "
            "متولی فهرست پیش‌نمایش تازه را در همین صفحه ببیند و دوباره تأیید کند."
        ),
        _("«%(title)s» کار می‌کند و چیزی برای بازگرداندن نیست؛ صفحهٔ آن را ببینید."),
    ),
)
preview = SYSTEMS.preview


@refusing_in_words()
@transaction.atomic
def end(system: System, replaced_by: System | None, *, seen: str, by: User, at: datetime) -> Preview:
    """Replaced, or closed where nothing comes after it; agencies whose cards name it are told."""
    shown = SYSTEMS.end(system, replaced_by, seen=seen, by=by, at=at)
    tell_ended(shown.entry, at=at)
    return shown


@refusing_in_words()
@transaction.atomic
def take_back(system: System, *, by: User, at: datetime) -> System:
    """An end that was no end; agencies whose cards name it are told."""
    found: System = SYSTEMS.take_back(system, by=by, at=at)
    settle(NoticeKind.SYSTEM_ENDED, about=f"{Register.SYSTEMS} {found.pk}", at=at)
    naming_it = naming(ServiceVersion.objects.current(), found)
    tell_back(found, found.title, answering_for(naming_it, localdate(at)), at=at)
    return found
