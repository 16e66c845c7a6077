"""What a message says: its line in the inbox, its letter, its text message, and the letter of a day."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from django.conf import settings
from django.template.loader import render_to_string

from khedmat.core.persian import persian_digits, prose
from khedmat.notices.enums import Channel
from khedmat.notices.models import Notice

PLACE = "notices/mail"


class Letter(NamedTuple):
    subject: str
    body: str


def subject(notice: Notice) -> str:
    """One line, whatever stands in the title of a card: a line break would begin a new header."""
    return _line(f"{PLACE}/{notice.kind}_subject.txt", notice.context)


def letter(notice: Notice, channel: str) -> Letter:
    if channel == Channel.SMS:
        return Letter("", f"{subject(notice)}\n{address(notice.link)}")
    said = {"person": str(notice.user), "subject": subject(notice), "address": address(notice.link)}
    return Letter(subject(notice), _text(f"{PLACE}/{notice.kind}.txt", notice.context | said | _foot()))


def digest(notices: Sequence[Notice]) -> Letter:
    """The messages of a day to one person."""
    lines = [(subject(notice), address(notice.link)) for notice in notices]
    said = {"person": str(notices[0].user), "lines": lines, "count": persian_digits(len(lines))}
    return Letter(_line(f"{PLACE}/digest_subject.txt", said), _text(f"{PLACE}/digest.txt", said | _foot()))


def _line(template: str, said: dict[str, Any]) -> str:
    return " ".join(_text(template, said).split())


def _text(template: str, said: dict[str, Any]) -> str:
    """What people read has Persian digits; addresses, as any word with Latin letters, stay whole."""
    return prose(render_to_string(template, said))


def address(link: str) -> str:
    """A place of this site as the world outside calls it."""
    return settings.SITE_URL + link


def _foot() -> dict[str, str]:
    return {"preferences": address("/account/notices/")}
