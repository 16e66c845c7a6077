"""What a message says: its line in the inbox, its letter, its text message, and the letter of a day."""

from collections.abc import Sequence
from typing import NamedTuple

from django.conf import settings
from django.template.loader import render_to_string

from khedmat.core.persian import persian_digits
from khedmat.notices.enums import Channel
from khedmat.notices.models import Notice

PLACE = "notices/mail"


class Letter(NamedTuple):
    subject: str
    body: str


def subject(notice: Notice) -> str:
    """One line, whatever stands in the title of a card: a line break would begin a new header."""
    return " ".join(render_to_string(f"{PLACE}/{notice.kind}_subject.txt", notice.context).split())


def letter(notice: Notice, channel: str) -> Letter:
    if channel == Channel.SMS:
        return Letter("", f"{subject(notice)}\n{address(notice.link)}")
    said = {"person": str(notice.user), "subject": subject(notice), "address": address(notice.link)}
    return Letter(subject(notice), render_to_string(f"{PLACE}/{notice.kind}.txt", notice.context | said | _foot()))


def digest(notices: Sequence[Notice]) -> Letter:
    """The messages of a day to one person."""
    lines = [(subject(notice), address(notice.link)) for notice in notices]
    said = {"person": str(notices[0].user), "lines": lines, "count": persian_digits(len(lines))}
    line = " ".join(render_to_string(f"{PLACE}/digest_subject.txt", said).split())
    return Letter(line, render_to_string(f"{PLACE}/digest.txt", said | _foot()))


def address(link: str) -> str:
    """A place of this site as the world outside calls it."""
    return settings.SITE_URL + link


def _foot() -> dict[str, str]:
    return {"preferences": address("/account/notices/")}
