"""Passing over a name that cards write and no register holds, and taking that back."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.core.persian import fold_line
from khedmat.core.refusals import refusing_in_words
from khedmat.registers.books import Book
from khedmat.registers.models import NamePassing
from khedmat.registers.models.passing import LONGEST_NAME, LONGEST_REASON
from khedmat.registers.perms import demand_keeper
from khedmat.registers.writing import lock

PASSED_ALREADY = _("«%(name)s» را %(who)s پیش‌تر کنار گذاشته است: %(reason)s")
NOT_PASSED = _("«%(name)s» کنار گذاشته نشده است؛ در فهرست نام‌های ناشناخته است، اگر شناسنامه‌ای هنوز آن را می‌برد.")


@refusing_in_words()
@transaction.atomic
def pass_over(book: Book, letters: str, name: str, *, reason: str, by: User, at: datetime) -> NamePassing:
    """It is no entry of this register, and why."""
    if standing := _standing(book, letters, by=by, at=at):
        said = {"name": name, "who": standing.by, "reason": standing.reason}
        raise ValidationError(PASSED_ALREADY, code="passed", params=said)
    return _written(book, letters, name, is_passed=True, reason=fold_line(reason)[:LONGEST_REASON], by=by, at=at)


@refusing_in_words()
@transaction.atomic
def take_back(book: Book, letters: str, *, by: User, at: datetime) -> NamePassing:
    """It is an unknown name again; both rows stay."""
    standing = _standing(book, letters, by=by, at=at)
    if standing is None:
        raise ValidationError(NOT_PASSED, code="passed", params={"name": letters})
    return _written(book, letters, standing.name, is_passed=False, by=by, at=at)


def _standing(book: Book, letters: str, *, by: User, at: datetime) -> NamePassing | None:
    demand_keeper(by, book, localdate(at))
    lock(book)
    return NamePassing.objects.standing(book.register).select_related("by").filter(letters=letters).first()


def _written(book: Book, letters: str, name: str, **said: object) -> NamePassing:
    row = NamePassing(register=book.register, letters=letters, name=name[:LONGEST_NAME], **said)
    row.validate_constraints()
    row.save(force_insert=True)
    return row
