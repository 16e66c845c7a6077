"""Agencies hear what became of an entry that their cards name, drafts and those in force alike."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import QuerySet
from django.utils.timezone import localdate

from khedmat.cards.lines.where import naming
from khedmat.cards.models import ServiceVersion
from khedmat.cards.models.asked import Line
from khedmat.cards.telling import answering_for
from khedmat.notices.actions import notify
from khedmat.notices.enums import NoticeKind
from khedmat.registers.books import book_of
from khedmat.registers.models import System
from khedmat.registers.models.entry import Entry


def tell_ended(system: System, *, at: datetime) -> None:
    context = {"system": system.title, "replaced_by": system.replaced_by.title if system.replaced_by else ""}
    versions = naming(ServiceVersion.objects.current(), system)
    _tell(versions, NoticeKind.SYSTEM_ENDED, context, of=system, place=system, at=at)


def tell_merged(gone: Entry, kept: Entry, lines: Iterable[Line], *, at: datetime) -> None:
    """`lines`: those that changed hands."""
    context = {"register": str(book_of(kept).register.label), "gone": gone.title, "kept": kept.title}
    versions = ServiceVersion.objects.current().filter(pk__in={line.version_id for line in lines})
    _tell(versions, NoticeKind.ENTRY_MERGED, context, of=gone, place=kept, at=at)


def _tell(
    versions: QuerySet[ServiceVersion],
    kind: NoticeKind,
    context: dict[str, str],
    *,
    of: Entry,
    place: Entry,
    at: datetime,
) -> None:
    """`of`: the entry that is spoken of; `place`: the one at whose page they see their cards."""
    register = book_of(of).register
    where = {"link": f"/desk/registers/{register}/{place.pk}/", "about": f"{register} {of.pk}"}
    people = answering_for(versions, localdate(at))
    notify(people, kind, context=context, dedupe=where["about"], at=at, **where)
