"""Who may keep a register, on a day: its stewards at the centre. The same role elsewhere keeps nothing."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.organizations.enums import STEWARDS, Role
from khedmat.organizations.models import Membership
from khedmat.registers.books import Book

NOT_KEEPER = _(
    "«%(register)s» را دارندگان نقش «%(role)s» در مرکز بررسی شناسنامه‌ها نگه می‌دارند؛ "
    "یکی از آنان آن را در صفحهٔ «فهرست‌های پایه» در میز کار می‌نویسد."
)


def is_steward(user: User, on: date) -> bool:
    """Of any register."""
    return _at_centre(user, on).filter(role__in=STEWARDS).exists()


def can_keep(user: User, book: Book, on: date) -> bool:
    return has_centre_role(user, book.keeper, on)


def has_centre_role(user: User, role: Role, on: date) -> bool:
    return at_centre(user, role, on).exists()


def at_centre(user: User, role: Role, on: date) -> QuerySet[Membership]:
    """For questions that ask it along with others."""
    return _at_centre(user, on).filter(role=role)


def demand_keeper(user: User, book: Book, on: date) -> None:
    """ValidationError that says whose work it is."""
    if not can_keep(user, book, on):
        said = {"register": book.register.label, "role": book.keeper.label}
        raise ValidationError(NOT_KEEPER, code="keeper", params=said)


def roles_at_centre(user: User, on: date) -> set[str]:
    return set(_at_centre(user, on).values_list("role", flat=True))


def _at_centre(user: User, on: date) -> QuerySet[Membership]:
    return Membership.objects.of(user).in_force(on).filter(organization__is_centre=True)
