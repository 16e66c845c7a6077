"""Writing a list of titles and recording its confirmation: each locked, logged, and refused in words."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.cards.enums import TitleStage, TitleStep
from khedmat.cards.models import DeclaredTitle, ServiceVersion, TitleChange, TitleList
from khedmat.cards.models.titles import LONGEST_TITLE
from khedmat.cards.records import store
from khedmat.cards.tasks import recheck_soon
from khedmat.cards.titles.conditions import CHANGED_MEANWHILE, NOT_AUTHOR, NOT_DRAFT, has_role, is_author, unmet
from khedmat.cards.titles.delegated import delegation_of
from khedmat.cards.titles.letter import Letter
from khedmat.cards.titles.pasting import Line
from khedmat.cards.titles.rows import linked, put_at
from khedmat.core.persian import fold_line, squeeze
from khedmat.core.refusals import refusing_in_words
from khedmat.files.models import StoredFile
from khedmat.organizations.enums import Role
from khedmat.organizations.models import Organization
from khedmat.organizations.standing import locked_in_force, refuse_ended

WRITING = "نوشتن فهرست عنوان‌ها"
MOST_TITLES = 3000  # of one list: the largest agency known declares a few hundred
TOO_MANY = _("فهرست بیش از ۳۰۰۰ عنوان می‌شود؛ نویسنده آن را به فهرست دستگاه‌های تابع بخش کند.")
TOO_LONG = _("عنوان «%(title)s…» از ۳۰۰ نویسه بلندتر است؛ نویسنده نام کوتاه خدمت را بنویسد.")
HAS_PARTS = _("«%(title)s» خود زیرخدمت دارد و زیر خدمتی دیگر نمی‌رود؛ نویسنده نخست زیرخدمت‌های آن را جابه‌جا کند.")
GONE = _("این عنوان دیگر در فهرست نیست؛ همکار دیگری آن را برداشته است. فهرست کنونی را در صفحهٔ آن ببینید.")


class Said(NamedTuple):
    """A row as a person leaves it; `place` is its number among its neighbours."""

    title: str
    is_electronic: bool | None
    parent: DeclaredTitle | None
    place: int


class Added(NamedTuple):
    """What became of pasted lines: `known` were in the list already."""

    rows: list[DeclaredTitle]
    known: list[str]


@refusing_in_words()
@transaction.atomic
def begin(agency: Organization, *, by: User, at: datetime) -> TitleList:
    """The draft of an agency; where there is none, a new edition that begins as the confirmed list."""
    agency = locked_in_force(agency, on=localdate(at), work=WRITING)
    if not has_role(agency, by, role=Role.AUTHOR, on=localdate(at)):
        raise ValidationError(NOT_AUTHOR, params={"agency": agency.name})
    if draft := TitleList.objects.drafts().filter(agency=agency).first():
        return draft
    number = (agency.title_lists.aggregate(last=Max("number"))["last"] or 0) + 1
    titles = TitleList.objects.create(agency=agency, number=number, created_by=by, created_at=at)
    if confirmed := TitleList.objects.confirmed().filter(agency=agency).first():
        _copy(confirmed, titles)
    _log(titles, TitleStep.BEGUN, by=by, at=at)
    return titles


@refusing_in_words()
@transaction.atomic
def add(
    titles: TitleList, lines: Sequence[Line], *, by: User, at: datetime, source_file: StoredFile | None = None
) -> Added:
    """Lines at the end of the list; a title that stands there already is not added twice."""
    titles = _to_write(titles, by=by, at=at)
    here = {row.letters: row for row in titles.titles.all()}
    fresh, known = _parted(lines, set(here))
    if len(here) + len(fresh) > MOST_TITLES:
        raise ValidationError(TOO_MANY)
    rows = _write(titles, fresh, here)
    if rows:
        said = {"titles": [row.title for row in rows]}
        _log(titles, TitleStep.ADDED, by=by, at=at, said=said, source_file=source_file)
    return Added(rows, known)


@refusing_in_words()
@transaction.atomic
def change(row: DeclaredTitle, said: Said, *, seen: int, by: User, at: datetime) -> DeclaredTitle:
    """One row as a person left it on a page that showed revision `seen`."""
    titles = _to_write(row.title_list, by=by, at=at)
    row = _unchanged_since(seen, row, titles)
    _refuse_long(said.title)
    if said.parent and row.parts.exists():
        raise ValidationError(HAS_PARTS, params={"title": row.title})
    before = _plain(row)
    row.title, row.letters = said.title, squeeze(said.title)
    row.is_electronic, row.parent, row.revision = said.is_electronic, said.parent, titles.revision + 1
    row.save(update_fields=["title", "letters", "is_electronic", "parent", "revision"])
    put_at(row, said.place)
    _log(titles, TitleStep.CHANGED, by=by, at=at, said={"before": before, "after": _plain(row)})
    return row


@refusing_in_words()
@transaction.atomic
def remove(row: DeclaredTitle, *, seen: int, by: User, at: datetime) -> None:
    """A row with its sub-services. The log keeps their titles."""
    titles = _to_write(row.title_list, by=by, at=at)
    row = _unchanged_since(seen, row, titles)
    gone = [row.title, *row.parts.for_list().values_list("title", flat=True)]
    row.parts.all().delete()
    row.delete()
    _log(titles, TitleStep.REMOVED, by=by, at=at, said={"titles": gone})


@refusing_in_words()
@transaction.atomic
def confirm(titles: TitleList, letter: Letter, *, seen: int, by: User, at: datetime) -> TitleList:
    """The list as it was seen, confirmed by the letter; the edition before is replaced, cards are checked anew."""
    titles = _locked(titles)
    refuse_ended(titles.agency, on=localdate(at), work=WRITING)
    if reasons := unmet(titles, letter, by=by, on=localdate(at)):
        raise ValidationError(reasons, code="unmet")
    _refuse_changed(titles, seen)
    for earlier in TitleList.objects.confirmed().filter(agency=titles.agency_id):
        store(earlier, {"stage": TitleStage.REPLACED, "replaced_at": at})
    said = {"signed_by": letter.signed_by, "letter_number": letter.number, "said_count": letter.said_count}
    delegated = delegation_of(titles, by, localdate(at))
    _log(titles, TitleStep.CONFIRMED, by=by, at=at, said=said, source_file=letter.file, as_delegation=delegated)
    signature = {"letter_date": letter.day, "letter_file": letter.file, "confirmed_by": by, "confirmed_at": at}
    store(titles, {**said, **signature, "stage": TitleStage.CONFIRMED})
    ServiceVersion.objects.filter(owner=titles.agency_id).update(checked_with="")
    recheck_soon(at=at)
    return titles


def _locked(titles: TitleList) -> TitleList:
    """The agency first: two confirmations, or a beginning beside one, wait for each other."""
    Organization.objects.select_for_update(no_key=True, of=("self",)).get(pk=titles.agency_id)
    return TitleList.objects.select_related("agency").select_for_update(of=("self",)).get(pk=titles.pk)


def _to_write(titles: TitleList, *, by: User, at: datetime) -> TitleList:
    titles = _locked(titles)
    refuse_ended(titles.agency, on=localdate(at), work=WRITING)
    if not titles.is_draft:
        raise ValidationError(NOT_DRAFT, params={"agency": titles.agency.name})
    if not is_author(titles, by, localdate(at)):
        raise ValidationError(NOT_AUTHOR, params={"agency": titles.agency.name})
    return titles


def _log(titles: TitleList, step: TitleStep, *, by: User, at: datetime, **what: Any) -> None:
    """One revision is one line."""
    store(titles, {"revision": titles.revision + 1})
    TitleChange.objects.create(title_list=titles, revision=titles.revision, step=step, by=by, at=at, **what)


def _copy(source: TitleList, target: TitleList) -> None:
    """Rows of the confirmed list, each with the service that it has become since."""
    rows = linked(source, list(source.titles.for_list()))
    copies = {
        row.pk: DeclaredTitle(
            title_list=target,
            order=row.order,
            title=row.title,
            letters=row.letters,
            is_electronic=row.is_electronic,
            stated_id=row.stated_id,
            service_id=row.service_id,
        )
        for row in rows
    }
    DeclaredTitle.objects.bulk_create([copies[row.pk] for row in rows if row.parent_id is None])
    for row in rows:
        copies[row.pk].parent = copies.get(row.parent_id or 0)
    DeclaredTitle.objects.bulk_create([copies[row.pk] for row in rows if row.parent_id is not None])


def _parted(lines: Iterable[Line], here: set[str]) -> tuple[list[Line], list[str]]:
    """New lines, each title once, and those that are known."""
    fresh, known = [], []
    for line in lines:
        title = fold_line(line.title)
        _refuse_long(title)
        letters = squeeze(title)
        if letters in here or not letters:
            known.append(title)
            continue
        here.add(letters)
        fresh.append(line._replace(title=title))
    return fresh, known


def _write(titles: TitleList, lines: list[Line], here: dict[str, DeclaredTitle]) -> list[DeclaredTitle]:
    """Services first, so that their sub-services find them."""
    last = max((row.order for row in here.values()), default=0)
    mains: list[tuple[DeclaredTitle, Line]] = []
    parts: list[tuple[DeclaredTitle, Line]] = []
    for order, line in enumerate(lines, start=last + 1):
        row = DeclaredTitle(
            title_list=titles,
            order=order,
            title=line.title,
            letters=squeeze(line.title),
            is_electronic=line.is_electronic,
            stated_id=line.stated_id,
            revision=titles.revision + 1,
        )
        (parts if line.under else mains).append((row, line))
    written = DeclaredTitle.objects.bulk_create(linked(titles, [row for row, _line in mains]))
    above = {row.letters: row for row in [*here.values(), *written]}
    for row, line in parts:
        found = above.get(squeeze(line.under))
        row.parent = found and (found.parent or found)
    return [*written, *DeclaredTitle.objects.bulk_create(linked(titles, [row for row, _line in parts]))]


def _unchanged_since(seen: int, row: DeclaredTitle, titles: TitleList) -> DeclaredTitle:
    current = titles.titles.filter(pk=row.pk).first()
    if current is None:
        raise ValidationError(GONE)
    if current.revision > seen:
        _refuse_changed(titles, seen)
    current.title_list = titles
    return current


def _refuse_changed(titles: TitleList, seen: int) -> None:
    if titles.revision <= seen:
        return
    last = titles.changes.select_related("by").latest("revision")
    raise ValidationError(CHANGED_MEANWHILE, code="conflict", params={"who": last.by, "what": last.get_step_display()})


def _refuse_long(title: str) -> None:
    if len(title) > LONGEST_TITLE:
        raise ValidationError(TOO_LONG, params={"title": title[:40]})


def _plain(row: DeclaredTitle) -> dict[str, Any]:
    return {"title": row.title, "is_electronic": row.is_electronic, "parent": str(row.parent or ""), "order": row.order}
