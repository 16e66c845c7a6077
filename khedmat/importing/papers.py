"""Files as documents with their hashes, before anything is compared with the database."""

import hashlib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from khedmat.cards.canonical import digest_of, tidy
from khedmat.cards.form import Document
from khedmat.cards.rules.engine import check
from khedmat.core.persian import key, persian_digits
from khedmat.importing.readers.reading import contents, read_bytes
from khedmat.importing.readers.unreadable import Unreadable
from khedmat.importing.walk import Place

UNKEEPABLE = "فرم عدد یا نویسه‌ای دارد که نگه‌داشتنی نیست (عدد بی‌پایان یا نویسهٔ تهی)."
NO_FORM = "این پرونده فرم پرشدهٔ شناسنامه یا مجوز نیست؛ شناسنامهٔ پرشدهٔ خدمت را بدهید."
NO_ROWS = "در این فهرست هیچ ردیف پرشده‌ای نیست."
NO_TITLE = "عنوان خدمت در فرم نوشته نشده است؛ عنوان را در فرم بنویسید."
A_LIST = "این پرونده فهرست %(rows)s خدمت است، نه شناسنامهٔ یک خدمت؛ شناسنامهٔ پرشدهٔ هر خدمت را جدا بدهید."


@dataclass(frozen=True, slots=True)
class Paper:
    """One document of a file, or why there is none to take in."""

    path: Path
    file_sha256: str = ""
    part: int = 0
    document: Document | None = None
    digest: str = ""
    problem: str = ""

    @property
    def kind(self) -> str | None:
        return self.document.kind if self.document else None

    @property
    def title(self) -> str:
        """Of the card, or of the first permit."""
        if self.document and self.document.card:
            return self.document.card.title or ""
        return next((permit.title for permit in (self.document.permits if self.document else []) if permit.title), "")

    @property
    def code(self) -> str:
        return self.document.card.service_id or "" if self.document and self.document.card else ""

    @property
    def letters(self) -> str:
        """What a title is told by, however its words are spaced."""
        return letters_of(key(self.title)[:300])

    @property
    def agency_names(self) -> list[str]:
        """Who provides it, in the form's words; a list of permits may name several."""
        if not self.document:
            return []
        named = [self.document.card.executive_agency] if self.document.card else []
        named += [permit.organization for permit in self.document.permits] if not self.document.card else []
        return list(dict.fromkeys(name for name in named if name))

    @property
    def findings(self) -> dict[str, int]:
        """How many of each severity."""
        return dict(Counter(finding.severity for finding in check(self.document))) if self.document else {}


def letters_of(title_key: str) -> str:
    return title_key.replace(" ", "")


def papers(place: Place) -> list[Paper]:
    """The documents of a file; a problem where there is nothing to take in."""
    if place.problem:
        return [Paper(place.path, problem=place.problem)]
    try:
        return papers_of(contents(place.path), place.path)
    except Unreadable as error:
        return [Paper(place.path, problem=error.message)]


def papers_of(data: bytes, path: Path) -> list[Paper]:
    """The same for bytes that were read. Unreadable when there is nothing to read."""
    sha256 = hashlib.sha256(data).hexdigest()
    documents = [tidy(document) for document in read_bytes(data, path.name)]
    return [Paper(path, sha256, part, document, *_judged(document)) for part, document in enumerate(documents)]


def _judged(document: Document) -> tuple[str, str]:
    """The hash of what it says, and the problem."""
    if problem := problem_of(document):
        return "", problem
    try:
        return digest_of(document), ""
    except ValueError:
        return "", UNKEEPABLE


def problem_of(document: Document) -> str:
    """Why a document cannot be taken in whatever the register holds; empty when it can."""
    if document.kind == "service_list":
        return A_LIST % {"rows": persian_digits(len(document.services))}
    if document.kind == "other":
        return NO_FORM
    if document.kind == "permit_list" and not (document.permits or document.inquiries):
        return NO_ROWS
    if document.kind == "service_card" and not key((document.card and document.card.title) or ""):
        return NO_TITLE
    return ""
