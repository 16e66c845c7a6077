"""Drafts written anew: one replaced by another document, one edited box by box."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Any, NamedTuple

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.cards import editing
from khedmat.cards.canonical import Kept, kept, tidy
from khedmat.cards.checking import renewed_findings, store_findings, traced, traced_document
from khedmat.cards.editing import Boxes, Clash
from khedmat.cards.enums import Stage
from khedmat.cards.form import Card, Document, as_contract
from khedmat.cards.looking import Looked
from khedmat.cards.models import Edit, Finding, ServiceVersion
from khedmat.cards.records import locked, log, log_stint, store
from khedmat.cards.rows import CHILDREN, children_of, columns_of, groups_of, write_rows
from khedmat.cards.signals import drafts_written
from khedmat.cards.tracing import followed, still_to_accept
from khedmat.core.refusals import refusing_in_words
from khedmat.files.models import StoredFile


@dataclass(frozen=True)
class Asked:
    """What one saving brings: the boxes of a page with their plain values, doubts that are settled by saying nothing,
    and paths whose reading a person looked at and agreed with."""

    said: Mapping[str, Any] = field(default_factory=dict)
    decided: Collection[str] = ()
    accepted: Collection[str] = ()


class Saved(NamedTuple):
    """The draft as it is now, with its traces and what the rules say; `clashes` are boxes that somebody else changed
    too: theirs stand. `is_written`: whether anything was."""

    version: ServiceVersion
    clashes: list[Clash]
    document: Document
    findings: list[Finding]
    is_written: bool


@refusing_in_words()
@transaction.atomic
def replace_draft(
    version: ServiceVersion, document: Document, *, by: User, at: datetime, source_file: StoredFile | None = None
) -> ServiceVersion:
    """The draft as the new document says; who replaced it and what was before stay in the log."""
    version = _locked_draft(version)
    before, document = editing.boxes_of(version.document), tidy(document)
    for model in CHILDREN:
        model._default_manager.filter(version=version).delete()
    values = values_of(document) | ({"source_file": source_file} if source_file else {})
    _keep(version, values, Edit(changes=editing.changed(before, editing.boxes_of(document)), by=by, at=at))
    log(version, Stage.DRAFT, by=by, at=at)
    write_rows([(version, children_of(document))])
    drafts_written.send(ServiceVersion, written=[(version, document)])
    version = ServiceVersion.objects.for_page().get(pk=version.pk)
    store_findings(version, on=localdate(at))
    return version


@refusing_in_words()
@transaction.atomic
def edit_draft(version: ServiceVersion, asked: Asked, *, seen: int, by: User, at: datetime) -> Saved:
    """Boxes of a draft as a person left them on a page that showed revision `seen`.

    What others wrote meanwhile into other boxes stays; a box that both changed is a clash and keeps theirs.
    ValidationError for a value that the contract does not know, and for a version that is no draft.
    """
    version = _locked_draft(version)
    before = version.document
    whole = _written(before, asked.said)
    now, boxes = editing.boxes_of(before), editing.boxes_of(whole)
    posted = {path: boxes.get(path) for path in asked.said}
    ours, clashes = editing.merge(seen=_seen(version, now, seen), now=now, posted=posted)
    is_alone = all(boxes.get(path) == now.get(path) for path in posted if path not in ours)
    after = whole if is_alone else editing.written(before, ours)
    return _saved(version, _Change(before, after, asked, by, at), clashes)


@dataclass(frozen=True)
class _Change:
    """A draft before and after the boxes were written."""

    before: Document
    written: Document
    asked: Asked
    by: User
    at: datetime

    @cached_property
    def plain(self) -> tuple[Any, Any]:
        """The contract's JSON before and after."""
        return as_contract(self.before), as_contract(self.written)

    @cached_property
    def after(self) -> Document:
        """Without the doubts and remarks that are settled."""
        before, decided = self.before, self.asked.decided
        left = {
            "undecided": editing.still_undecided(before.undecided, decided, change=self.plain),
            "warnings": editing.still_warned(before.warnings, decided, change=self.plain),
        }
        return self.written.model_copy(update=left)

    @property
    def boxes(self) -> dict[str, dict[str, Any]]:
        return editing.changed(editing.boxes_of(self.before), editing.boxes_of(self.after))


def _saved(version: ServiceVersion, change: _Change, clashes: list[Clash]) -> Saved:
    after, agreed = change.after, still_to_accept(version, change.asked.accepted)
    values = values_of(after)
    is_written = bool(agreed) or values["sha256"] != version.sha256 or after.warnings != change.before.warnings
    if not is_written:
        return Saved(version, clashes, traced_document(version), list(version.findings.for_page()), False)
    _rewrite(version, change.before, after)
    document = traced(after, followed(version, change=change.plain, accepted=agreed))
    edit = Edit(changes=change.boxes, accepted=agreed, by=change.by, at=change.at)
    _keep(version, values, edit)
    log_stint(version, by=change.by, at=change.at)
    looked = Looked(version, document, change.before)
    return Saved(version, clashes, document, renewed_findings([looked], on=localdate(change.at))[0], True)


def _locked_draft(version: ServiceVersion) -> ServiceVersion:
    version = locked(version)
    if version.stage != Stage.DRAFT:
        raise ValidationError(
            _(
                "این نسخه دیگر پیش‌نویس نیست (فرستاده شده یا کنار گذاشته شده است) و تغییر نمی‌کند؛ "
                "برای اصلاح، در صفحهٔ آن دکمهٔ «پیش‌نویس تازه» را بزنید."
            ),
            code="stage",
        )
    return version


def _written(document: Document, said: Mapping[str, Any]) -> Document:
    try:
        return editing.written(document, said)
    except ValueError as error:
        raise ValidationError(_("گزینه‌ای جز گزینه‌های چاپی فرم آمده است."), code="option") from error


def _seen(version: ServiceVersion, now: Boxes, revision: int) -> Boxes:
    """The boxes as the page showed them."""
    if revision >= version.revision:
        return now
    later = version.edits.filter(revision__gt=revision).order_by("-revision")
    one_by_one = later.values_list("changes", flat=True).iterator(chunk_size=50)  # there may be thousands
    return editing.rewind(now, one_by_one)


def _rewrite(version: ServiceVersion, before: Document, after: Document) -> None:
    """Only tables whose rows differ: a keystroke costs one row, not thirty."""
    was, will = groups_of(before.card or Card()), groups_of(after.card or Card())
    for model in [model for model in will if was[model] != will[model]]:
        model._default_manager.filter(version=version).delete()
        write_rows([(version, {model: will[model]})])
    if (before.permits, before.inquiries) != (after.permits, after.inquiries):
        drafts_written.send(ServiceVersion, written=[(version, after)])


def _keep(version: ServiceVersion, values: dict[str, Any], edit: Edit) -> None:
    """The columns, and who changed what."""
    store(version, values | {"revision": version.revision + 1, "touched_by_id": edit.by_id, "touched_at": edit.at})
    for cached in ("card", "public_card", "document"):
        version.__dict__.pop(cached, None)
    edit.version, edit.revision = version, version.revision
    edit.save(force_insert=True)


def values_of(document: Document) -> dict[str, Any]:
    """All columns of a version that come from a tidy document."""
    columns = columns_of(document.card or Card())
    return columns | _kept(document)._asdict() | {"edition": document.edition, "undecided": document.undecided}


def _kept(document: Document) -> Kept:
    """In words where the document cannot be kept."""
    try:
        return kept(document)
    except ValueError as error:
        words = _("فرم عدد یا نویسه‌ای دارد که نگه‌داشتنی نیست (عدد بی‌پایان یا نویسهٔ تهی).")
        raise ValidationError(words, code="text") from error
