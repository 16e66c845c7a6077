"""A list of services that was read, as lines of an agency's list of titles; and the letter that confirms one."""

from collections.abc import Iterator
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.cards.form import ListedService
from khedmat.cards.models import TitleList
from khedmat.cards.titles.actions import Added, add
from khedmat.cards.titles.pasting import Line
from khedmat.core.persian import key
from khedmat.files.actions import store
from khedmat.files.models import StoredFile
from khedmat.importing.readers.containers import sniffing
from khedmat.importing.readers.paper import picture_of
from khedmat.importing.readers.unreadable import Unreadable
from khedmat.importing.uploads import Given, papers_in, plain_name

NO_LIST = _(
    "این پرونده فهرست خدمت‌ها نیست: جدولی با ستون «عنوان خدمت» و «شناسه خدمت» یا فهرستی شماره‌دار زیر عنوان "
    "«فهرست خدمات» بدهید، یا عنوان‌ها را در همین صفحه بچسبانید."
)
NOT_SIGNED = _("نامهٔ امضاشده باید PDF یا تصویر (PNG، JPEG، TIFF) باشد؛ نامه را اسکن کنید و همان را بدهید.")
SIGNED_KINDS = {"pdf": "application/pdf", "png": "image/png", "jpeg": "image/jpeg", "tiff": "image/tiff"}
A_GLANCE = 200  # pixels: whether the first page can be drawn at all


def lines_in(given: Given) -> list[Line]:
    """The titles of a file. Unreadable where it is no list of services."""
    documents = [paper.document for paper in papers_in(given.data, plain_name(given.name)) if paper.document]
    lines = [line for document in documents for line in _lines(document.services)]
    if not lines:
        raise Unreadable(str(NO_LIST))
    return lines


def fill(titles: TitleList, given: Given, *, by: User, at: datetime) -> Added:
    """The titles of a file at the end of the list; the file is kept as it came. Unreadable as above."""
    lines = lines_in(given)
    documents = (paper for paper in papers_in(given.data, plain_name(given.name)) if paper.document)
    file = store(given.data, name=plain_name(given.name), media_type=next(documents).media_type, at=at)
    return add(titles, lines, by=by, at=at, source_file=file)


def _lines(services: list[ListedService]) -> Iterator[Line]:
    named = {row.service_id: row.title or "" for row in services if row.service_id}
    for row in services:
        if key(row.title or ""):
            yield Line(
                row.title or "", stated_id=row.service_id or "", under=named.get(row.parent_service_id or "", "")
            )


def refuse_unsigned(given: Given) -> None:
    """Unreadable for what cannot be a scan of a signed letter: by its bytes, whatever its name says."""
    if sniffing.kind_of(given.data) not in SIGNED_KINDS:
        raise Unreadable(str(NOT_SIGNED))
    picture_of(given.data, 0, width=A_GLANCE)


def keep_letter(given: Given, *, at: datetime) -> StoredFile:
    return store(given.data, name=plain_name(given.name), media_type=SIGNED_KINDS[sniffing.kind_of(given.data)], at=at)
