"""What each move of a version needs, who can bring it about, and where: one sentence each."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.cards.enums import MOVES, Severity, Stage
from khedmat.cards.models import Service, ServiceVersion
from khedmat.core.persian import persian_digits
from khedmat.organizations.enums import Role
from khedmat.organizations.models import Membership


class Condition(NamedTuple):
    """`holds` answers; the sentence is for the person who is refused."""

    holds: Callable[[ServiceVersion, User, date], bool]
    sentence: Promise


def _memberships(version: ServiceVersion, user: User, on: date) -> QuerySet[Membership]:
    return Membership.objects.of(user).in_force(on).filter(organization=version.service.owner_id)


def is_author(version: ServiceVersion, user: User, on: date) -> bool:
    return _memberships(version, user, on).filter(role=Role.AUTHOR).exists()


def is_approver(version: ServiceVersion, user: User, on: date) -> bool:
    return _memberships(version, user, on).filter(role=Role.APPROVER).exists()


def is_publisher(version: ServiceVersion, user: User, on: date) -> bool:
    return Membership.objects.of(user).in_force(on).publishing().exists()


def is_reviewer(version: ServiceVersion, user: User, on: date) -> bool:
    """Of the centre. What an agency still writes is its own: a draft is examined by nobody."""
    return version.stage != Stage.DRAFT and Membership.objects.of(user).in_force(on).reviewing().exists()


def is_of_office(version: ServiceVersion, user: User, on: date) -> bool:
    return _memberships(version, user, on).exists()


def had_no_hand(version: ServiceVersion, user: User, on: date) -> bool:
    """Four eyes: writing, editing, sending and approving each count."""
    return not version.stage_changes.filter(by=user).exists()


def approver_had_no_hand(version: ServiceVersion, user: User, on: date) -> bool:
    """Said of approvers only: whoever is none hears that, not that a colleague of the same role may."""
    return not is_approver(version, user, on) or had_no_hand(version, user, on)


def publisher_had_no_hand(version: ServiceVersion, user: User, on: date) -> bool:
    return not is_publisher(version, user, on) or had_no_hand(version, user, on)


def has_no_blocker(version: ServiceVersion, user: User, on: date) -> bool:
    return not version.findings.filter(severity=Severity.BLOCKER).exists()


def code_is_its_own(version: ServiceVersion, user: User, on: date) -> bool:
    """The ID of the form is the ID of the service, and nobody else's."""
    code, known = version.stated_id, version.service.code
    if code in ("", known):
        return True
    return known is None and not Service.objects.filter(code=code).exists()


def is_newest(version: ServiceVersion, user: User, on: date) -> bool:
    """An older text never takes the place of a newer one."""
    return not version.service.versions.published().filter(number__gt=version.number).exists()


def _stands_at(stage: str) -> Callable[[ServiceVersion, User, date], bool]:
    return lambda version, user, on: version.stage == stage


THREE_PEOPLE = _(
    "شما در همین نسخه دست داشته‌اید (نوشتن، ویرایش، ارسال یا تأیید)؛ "
    "نویسنده، تأییدکننده و منتشرکننده باید سه نفر باشند. "
    "همکار دیگری با همین نقش می‌تواند در صفحهٔ همین نسخه در میز کار این گام را بردارد."
)
WRONG_STAGE = _(
    "این نسخه در مرحلهٔ «%(stage)s» است و تنها از مرحلهٔ «%(needed)s» به «%(target)s» می‌رود. "
    "گام‌های پیش از آن را «%(owner)s» در صفحهٔ همین نسخه در میز کار برمی‌دارد."
)
NEEDS: dict[str, tuple[Condition, ...]] = {
    Stage.SUBMITTED: (
        Condition(_stands_at(Stage.DRAFT), WRONG_STAGE),
        Condition(
            is_author,
            _("فرستادن پیش‌نویس کار نویسندگان «%(owner)s» است؛ یکی از آنان آن را در صفحهٔ همین نسخه در میز کار می‌فرستد."),
        ),
    ),
    Stage.APPROVED: (
        Condition(_stands_at(Stage.SUBMITTED), WRONG_STAGE),
        Condition(
            is_approver,
            _("تأیید کار تأییدکنندگان «%(owner)s» است؛ یکی از آنان آن را در صفحهٔ همین نسخه در میز کار تأیید می‌کند."),
        ),
        Condition(approver_had_no_hand, THREE_PEOPLE),
    ),
    Stage.PUBLISHED: (
        Condition(_stands_at(Stage.APPROVED), WRONG_STAGE),
        Condition(
            is_publisher,
            _(
                "انتشار کار منتشرکنندگان مرکز بررسی شناسنامه‌هاست؛ "
                "یکی از آنان آن را در صفحهٔ همین نسخه در میز کار منتشر می‌کند."
            ),
        ),
        Condition(publisher_had_no_hand, THREE_PEOPLE),
        Condition(
            is_newest,
            _(
                "نسخهٔ تازه‌تری از این خدمت منتشر شده است. اگر متن این نسخه درست‌تر است، نویسندگان «%(owner)s» "
                "آن را با دکمهٔ «پیش‌نویس تازه» در صفحهٔ همین نسخه در میز کار آغاز می‌کنند و می‌فرستند."
            ),
        ),
        Condition(
            has_no_blocker,
            _(
                "%(blockers)s مانع انتشار مانده است (قاعده‌های %(rules)s). "
                "نویسندگان «%(owner)s» با دکمهٔ «پیش‌نویس تازه» در صفحهٔ همین نسخه در میز کار آنها را برطرف می‌کنند."
            ),
        ),
        Condition(
            code_is_its_own,
            _(
                "شناسهٔ %(code)s که در فرم آمده شناسهٔ این خدمت نیست یا از آن خدمت دیگری است. "
                "نویسندگان «%(owner)s» آن را با دکمهٔ «پیش‌نویس تازه» در صفحهٔ همین نسخه درست می‌کنند؛ "
                "دادن شناسه با مرکز بررسی شناسنامه‌هاست."
            ),
        ),
    ),
}
PEOPLE = {is_author, is_approver, is_publisher, approver_had_no_hand, publisher_had_no_hand}
OF_PEOPLE = {target: tuple(need for need in needs if need.holds in PEOPLE) for target, needs in NEEDS.items()}
BEFORE = {target: source for source, target in MOVES.items()}


def unmet(version: ServiceVersion, target: str, *, by: User, on: date) -> list[str]:
    """Sentences of all conditions that do not hold; empty when the move may be made."""
    failed = [need.sentence for need in NEEDS[target] if not need.holds(version, by, on)]
    return _in_words(failed, _facts(version, target)) if failed else []


def _in_words(sentences: list[Promise], facts: dict[str, str]) -> list[str]:
    return [str(sentence) % facts for sentence in sentences]


def may(version: ServiceVersion, target: str, *, by: User, on: date) -> bool:
    """Whether the stage and the person are right, whatever the card still lacks."""
    is_next = MOVES.get(version.stage) == target
    return is_next and all(need.holds(version, by, on) for need in OF_PEOPLE[target])


def _facts(version: ServiceVersion, target: str) -> dict[str, str]:
    rules = sorted(version.findings.filter(severity=Severity.BLOCKER).values_list("rule", flat=True))
    return {
        "owner": version.service.owner.name,
        "stage": version.get_stage_display(),
        "needed": Stage(BEFORE[target]).label,
        "target": Stage(target).label,
        "blockers": persian_digits(len(rules)),
        "rules": "، ".join(dict.fromkeys(rules)),
        "code": version.stated_id,
    }
