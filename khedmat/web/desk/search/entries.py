"""Entries of the registers by title or other name: everybody signed in reads them."""

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.registers.books import book_of
from khedmat.registers.enums import Register
from khedmat.registers.models.entry import Entry
from khedmat.registers.naming import known, one_look
from khedmat.web.desk.search.asked import Asked
from khedmat.web.desk.search.finder import Finder, Hit

IN_TITLE, IN_OTHER = _("در عنوان"), _("در نام دیگر")


def _rows(asked: Asked, user: User, on: date) -> list[Entry]:
    """The registers are kept in the process: one small question, whatever they hold. Titles come before other names."""
    with one_look():
        entries = [entry for register in Register for entry in known(register).entries.values()]
    found = [entry for entry in entries if _holds(asked, entry.letters, entry.alias_letters)]
    return sorted(found, key=lambda entry: (not _holds(asked, entry.letters), entry.sort_key, entry.pk))


def _holds(asked: Asked, *letters: str) -> bool:
    whole = " ".join(letters)
    return all(word in whole for word in asked.words)


def _hit(entry: Any, asked: Asked) -> Hit:
    register = book_of(entry).register
    why = IN_TITLE if _holds(asked, entry.letters) else IN_OTHER
    badge = "" if getattr(entry, "holds", True) else entry.get_state_display()
    goal = reverse("web:register-entry", args=[register.value, entry.pk])
    return Hit(entry.title, str(register.label), why, goal, badge)


ENTRIES = Finder("entries", _("فهرست‌های پایه"), _rows, _hit)
