"""What the writing and the confirmation of a list of titles need, who can bring it about, and where."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.cards.models import TitleList
from khedmat.cards.titles.letter import Letter
from khedmat.core.persian import persian_digits
from khedmat.organizations.enums import Role
from khedmat.organizations.models import Membership, Organization


class Need(NamedTuple):
    """`holds` answers; the sentence is for the person who is refused."""

    holds: Callable[[TitleList, Letter, User, date], bool]
    sentence: Promise


def has_role(agency: Organization | int, user: User, *, role: Role, on: date) -> bool:
    return _roles(agency, user, on).filter(role=role).exists()


def _roles(agency: Organization | int, user: User, on: date) -> QuerySet[Membership]:
    return Membership.objects.of(user).in_force(on).filter(organization=agency)


def is_author(titles: TitleList, user: User, on: date) -> bool:
    return has_role(titles.agency_id, user, role=Role.AUTHOR, on=on)


def is_approver(titles: TitleList, user: User, on: date) -> bool:
    return has_role(titles.agency_id, user, role=Role.APPROVER, on=on)


def had_no_hand(titles: TitleList, user: User) -> bool:
    """Four eyes: beginning, adding, changing and removing each count."""
    return not titles.changes.filter(by=user).exists()


NOT_AUTHOR = _(
    "فهرست عنوان‌ها را نویسندگان «%(agency)s» می‌نویسند؛ یکی از آنان آن را در صفحهٔ «عنوان خدمت‌ها» در میز کار می‌نویسد."
)
NOT_DRAFT = _(
    "این فهرست تأیید شده است و دیگر تغییر نمی‌کند؛ نویسندگان «%(agency)s» در صفحهٔ «عنوان خدمت‌ها» ویرایش تازه‌ای از آن "
    "آغاز می‌کنند و بالاترین مقام دستگاه آن را دوباره تأیید می‌کند."
)
CHANGED_MEANWHILE = _(
    "پس از آن که این صفحه را باز کردید %(who)s فهرست را تغییر داد (%(what)s). "
    "چیزی ثبت نشد؛ فهرست کنونی را ببینید و دوباره بفرستید."
)
CONFIRMING: tuple[Need, ...] = (
    Need(lambda titles, letter, by, on: titles.is_draft, NOT_DRAFT),
    Need(
        lambda titles, letter, by, on: is_approver(titles, by, on),
        _(
            "ثبت تأیید بالاترین مقام کار تأییدکنندگان «%(agency)s» است؛ "
            "یکی از آنان آن را در صفحهٔ همین فهرست در میز کار ثبت می‌کند."
        ),
    ),
    Need(
        lambda titles, letter, by, on: not is_approver(titles, by, on) or had_no_hand(titles, by),
        _(
            "شما در نوشتن این فهرست دست داشته‌اید؛ نویسنده و ثبت‌کنندهٔ تأیید باید دو نفر باشند. "
            "تأییدکنندهٔ دیگری از «%(agency)s» آن را در صفحهٔ همین فهرست ثبت می‌کند."
        ),
    ),
    Need(
        lambda titles, letter, by, on: titles.titles.exists(),
        _("فهرست هنوز خالی است؛ نویسندگان «%(agency)s» عنوان‌ها را در صفحهٔ همین فهرست می‌نویسند."),
    ),
    Need(
        lambda titles, letter, by, on: letter.said_count == titles.titles.count(),
        _(
            "در نامه %(said)s عنوان گفته شده و در فهرست %(rows)s عنوان است (زیرخدمت‌ها هم شمرده می‌شوند). "
            "نویسندگان «%(agency)s» فهرست را در صفحهٔ همین فهرست با نامه یکی می‌کنند، "
            "یا بالاترین مقام دستگاه نامه‌ای با شمار درست می‌دهد."
        ),
    ),
    Need(
        lambda titles, letter, by, on: letter.day <= on,
        _("تاریخ نامه از امروز دیرتر است؛ ثبت‌کنندهٔ تأیید تاریخ روی نامه را در همین صفحه بنویسد."),
    ),
)


def unmet(titles: TitleList, letter: Letter, *, by: User, on: date) -> list[str]:
    """Sentences of all that keeps the letter from confirming the list; empty when nothing does."""
    failed = [need.sentence for need in CONFIRMING if not need.holds(titles, letter, by, on)]
    facts = {
        "agency": titles.agency.name,
        "said": persian_digits(letter.said_count),
        "rows": persian_digits(titles.titles.count()) if failed else "",
    }
    return [str(sentence) % facts for sentence in failed]
