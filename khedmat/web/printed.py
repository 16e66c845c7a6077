"""A form as a file that a browser saves: its name in Persian, and whether the reader holds it already."""

import re
from datetime import datetime
from typing import NamedTuple
from urllib.parse import quote

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _

from khedmat.cards.form import Document
from khedmat.cards.models import ServiceVersion
from khedmat.cards.printing.formats import EDITION, FORMATS
from khedmat.cards.printing.paper import About
from khedmat.core import jalali
from khedmat.core.persian import number, prose

_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\s\x00-\x1f\u200e\u200f]+')
_LONGEST_NAME = 80  # letters: three times as many bytes, and file systems end at 255


class Printed(NamedTuple):
    """What is to be sent: `sha256` of the form, when it was signed, its name with Latin letters and its title."""

    document: Document
    about: About
    sha256: str
    at: datetime | None
    plain_name: str
    title: str


def of_version(request: HttpRequest, version: ServiceVersion) -> Printed:
    """A version with what stands below its title."""
    lines = [prose(version.service.owner.name), _edition_line(version)]
    address = reverse("web:service-card", args=[version.service_id])
    link = request.build_absolute_uri(address) if version.is_public else ""
    about = About(version.service.code or None, tuple(lines), link)
    return Printed(
        version.document, about, version.sha256, version.published_at, f"card-{version.service_id}", version.title
    )


def _edition_line(version: ServiceVersion) -> str:
    words = {"n": number(version.number), "stage": version.get_stage_display()}
    if version.published_at is None:
        return _("نسخهٔ %(n)s · %(stage)s") % words
    return _("نسخهٔ %(n)s · %(stage)s · %(day)s") % {**words, "day": jalali.long(version.published_at)}


def sent(request: HttpRequest, printed: Printed, kind: str, *, is_whole: bool = False) -> HttpResponse:
    """404 for a kind that is not printed; 304 where the reader holds this form in this edition of our prints."""
    if kind not in FORMATS:
        raise Http404
    etag, changed = f'"{printed.sha256[:32]}-{kind}-{EDITION}"', _seconds(printed.at)
    if not_modified := get_conditional_response(request, etag=etag, last_modified=changed):
        return not_modified
    form = FORMATS[kind]
    response = HttpResponse(form.write(printed.document, printed.about, is_whole), content_type=form.media_type)
    response["Content-Disposition"] = _named(printed, f"{form.stem}.{kind}")
    response["ETag"] = etag
    return response


def _seconds(at: datetime | None) -> int | None:
    return int(at.timestamp()) if at else None


def _named(printed: Printed, ending: str) -> str:
    """RFC 6266: the Persian name, and before it one that every program can write."""
    stem, _, kind = ending.rpartition(".")
    persian = _NOT_IN_NAMES.sub(" ", printed.title).strip()[:_LONGEST_NAME] or stem
    plain = printed.plain_name if stem == "card" else f"{printed.plain_name}-{stem}"
    return f"attachment; filename=\"{plain}.{kind}\"; filename*=UTF-8''{quote(f'{persian}.{kind}', safe='')}"
