"""What each move of a version needs, who can bring it about, and where: one sentence each."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.cards import conditions as c
from khedmat.cards.enums import MOVES, Stage
from khedmat.cards.foreknown import foreknown
from khedmat.cards.models import ServiceVersion
from khedmat.cards.rules.labels import field_label
from khedmat.cards.threads import open_of_centre
from khedmat.core.jalali import with_time
from khedmat.core.persian import persian_digits


class Condition(NamedTuple):
    """`holds` answers; the sentence is for the person who is refused."""

    holds: c.Holds
    sentence: Promise


def sources_of(target: str) -> list[str]:
    """From where a version gets there."""
    return [source for source, targets in MOVES.items() if target in targets]


def _stands_before(target: str) -> c.Holds:
    return lambda version, user, on: target in MOVES.get(version.stage, ())


THREE_PEOPLE = _(
    "شما در همین نسخه دست داشته‌اید (نوشتن، ویرایش، ارسال یا تأیید)؛ "
    "نویسنده، تأییدکننده و منتشرکننده باید سه نفر باشند. "
    "همکار دیگری با همین نقش می‌تواند در صفحهٔ همین نسخه در میز کار این گام را بردارد."
)
WRONG_STAGE = _(
    "این نسخه در مرحلهٔ «%(stage)s» است (آخرین گام: %(last)s) و تنها از مرحلهٔ %(needed)s به «%(target)s» می‌رود."
)
REDRAFT = _(
    "این نسخه در مرحلهٔ «%(stage)s» است (آخرین گام: %(last)s) و تنها پیش‌نویس فرستاده می‌شود؛ "
    "نویسندگان «%(owner)s» با دکمهٔ «پیش‌نویس تازه» در صفحهٔ همین نسخه در میز کار آن را درست می‌کنند و می‌فرستند."
)
BLOCKED = _(
    "%(blockers)s. "
    "مرکز این نسخه را با دلیل بازمی‌گرداند و نویسندگان «%(owner)s» آنها را با دکمهٔ «پیش‌نویس تازه» برطرف می‌کنند."
)
UNDECLARED = _(
    "عنوان «%(title)s» در فهرست تأییدشدهٔ «%(owner)s» نیست. نویسندگان «%(owner)s» در بخش ۱ پیش‌نویس همین شناسنامه یکی از "
    "عنوان‌های فهرست را برمی‌گزینند؛ عنوان تازه با ویرایش تازهٔ فهرست در صفحهٔ «عنوان خدمت‌ها» و تأیید بالاترین مقام "
    "دستگاه می‌آید."
)
UNDECLARED_BEFORE_APPROVAL = _(
    "عنوان «%(title)s» در فهرست تأییدشدهٔ «%(owner)s» نیست. تأییدکننده همین نسخه را با دلیل بازمی‌گرداند و نویسندگان "
    "یکی از عنوان‌های فهرست را برمی‌گزینند؛ عنوان تازه با ویرایش تازهٔ فهرست در صفحهٔ «عنوان خدمت‌ها» و تأیید بالاترین "
    "مقام دستگاه می‌آید."
)
OF_PUBLISHERS = _(
    "تعلیق و برچیدن خدمت کار منتشرکنندگان مرکز بررسی شناسنامه‌هاست؛ "
    "یکی از آنان این کار را در صفحهٔ همین نسخه در میز کار می‌کند."
)
NEEDS: dict[str, tuple[Condition, ...]] = {
    Stage.SUBMITTED: (
        Condition(_stands_before(Stage.SUBMITTED), REDRAFT),
        Condition(
            c.is_author,
            _("فرستادن پیش‌نویس کار نویسندگان «%(owner)s» است؛ یکی از آنان آن را در صفحهٔ همین نسخه در میز کار می‌فرستد."),
        ),
        Condition(
            c.was_compared,
            _("این شناسنامه از روی تصویر خوانده شده است؛ پیش از فرستادن، هر مقدار آن را با اصل برابر کنید و بپذیرید."),
        ),
        Condition(c.title_is_confirmed, UNDECLARED),
    ),
    Stage.DISCARDED: (
        Condition(_stands_before(Stage.DISCARDED), WRONG_STAGE),
        Condition(
            c.is_author,
            _("کنارگذاشتن پیش‌نویس کار نویسندگان «%(owner)s» است؛ یکی از آنان این کار را در صفحهٔ همین نسخه می‌کند."),
        ),
    ),
    Stage.APPROVED: (
        Condition(_stands_before(Stage.APPROVED), WRONG_STAGE),
        Condition(
            c.is_approver,
            _("تأیید کار تأییدکنندگان «%(owner)s» است؛ یکی از آنان آن را در صفحهٔ همین نسخه در میز کار تأیید می‌کند."),
        ),
        Condition(c.approver_had_no_hand, THREE_PEOPLE),
        Condition(c.title_is_confirmed, UNDECLARED_BEFORE_APPROVAL),
    ),
    Stage.ACCEPTED: (
        Condition(_stands_before(Stage.ACCEPTED), WRONG_STAGE),
        Condition(
            c.is_reviewer, _("پذیرش کار بررسی‌کنندگان مرکز است؛ یکی از آنان آن را در صفحهٔ همین نسخه در میز کار می‌پذیرد.")
        ),
        Condition(c.reviewer_had_no_hand, THREE_PEOPLE),
        Condition(c.has_no_blocker, BLOCKED),
        Condition(
            c.centre_has_settled,
            _(
                "پرسش مرکز دربارهٔ %(open_boxes)s باز است. کسی که پرسیده است آن را در صفحهٔ «بررسی خانه‌به‌خانه» "
                "همین نسخه می‌بندد؛ نویسندگان «%(owner)s» همان‌جا پاسخ می‌دهند."
            ),
        ),
    ),
    Stage.RETURNED: (
        Condition(_stands_before(Stage.RETURNED), WRONG_STAGE),
        Condition(
            c.agency_returns,
            _("بازگرداندن پیش از تأیید دستگاه کار تأییدکنندگان «%(owner)s» است، در صفحهٔ همین نسخه در میز کار."),
        ),
        Condition(
            c.centre_returns,
            _("بازگرداندن پس از تأیید دستگاه کار بررسی‌کنندگان و منتشرکنندگان مرکز است، در صفحهٔ همین نسخه در میز کار."),
        ),
        Condition(c.examiner_had_no_hand, THREE_PEOPLE),
    ),
    Stage.PUBLISHED: (
        Condition(_stands_before(Stage.PUBLISHED), WRONG_STAGE),
        Condition(
            c.is_publisher,
            _(
                "انتشار کار منتشرکنندگان مرکز بررسی شناسنامه‌هاست؛ "
                "یکی از آنان آن را در صفحهٔ همین نسخه در میز کار منتشر می‌کند."
            ),
        ),
        Condition(c.publisher_had_no_hand, THREE_PEOPLE),
        Condition(
            c.is_newest,
            _(
                "نسخهٔ تازه‌تری از این خدمت منتشر شده است. اگر متن این نسخه درست‌تر است، نویسندگان «%(owner)s» "
                "آن را با دکمهٔ «پیش‌نویس تازه» در صفحهٔ همین نسخه در میز کار آغاز می‌کنند و می‌فرستند."
            ),
        ),
        Condition(c.unless_suspended(c.has_no_blocker), BLOCKED),
        Condition(
            c.unless_suspended(c.code_is_its_own),
            _(
                "شناسهٔ %(code)s که در فرم آمده شناسهٔ این خدمت نیست یا از آن خدمت دیگری است. "
                "نویسندگان «%(owner)s» آن را با دکمهٔ «پیش‌نویس تازه» در صفحهٔ همین نسخه درست می‌کنند؛ "
                "دادن شناسه با مرکز بررسی شناسنامه‌هاست."
            ),
        ),
        Condition(
            c.unless_suspended(c.has_id),
            _(
                "این خدمت هنوز شناسه ندارد. بررسی‌کنندگان مرکز بررسی شناسنامه‌ها "
                "با دکمهٔ «دادن شناسه» در صفحهٔ همین نسخه در میز کار شناسه می‌دهند."
            ),
        ),
    ),
    Stage.SUSPENDED: (
        Condition(_stands_before(Stage.SUSPENDED), WRONG_STAGE),
        Condition(c.is_publisher, OF_PUBLISHERS),
        Condition(c.publisher_had_no_hand, THREE_PEOPLE),
    ),
    Stage.RETIRED: (
        Condition(_stands_before(Stage.RETIRED), WRONG_STAGE),
        Condition(c.is_publisher, OF_PUBLISHERS),
        Condition(c.publisher_had_no_hand, THREE_PEOPLE),
    ),
}
PEOPLE = {
    c.is_author,
    c.is_approver,
    c.is_reviewer,
    c.is_publisher,
    c.agency_returns,
    c.centre_returns,
    c.approver_had_no_hand,
    c.reviewer_had_no_hand,
    c.publisher_had_no_hand,
    c.examiner_had_no_hand,
}
OF_PEOPLE = {target: tuple(need for need in needs if need.holds in PEOPLE) for target, needs in NEEDS.items()}


def unmet(version: ServiceVersion, target: str, *, by: User, on: date) -> list[str]:
    """Sentences of all conditions that do not hold; empty when the move may be made."""
    failed = [str(need.sentence) for need in NEEDS[target] if not need.holds(version, by, on)]
    return [sentence % _named_in(sentence, version, target) for sentence in failed]


def may(version: ServiceVersion, target: str, *, by: User, on: date) -> bool:
    """Whether the stage and the person are right, whatever the card still lacks."""
    is_next = target in MOVES.get(version.stage, ())
    return is_next and all(need.holds(version, by, on) for need in OF_PEOPLE[target])


def _named_in(sentence: str, version: ServiceVersion, target: str) -> dict[str, str]:
    """Only what the sentence names is asked for."""
    return {name: say(version, target) for name, say in FACTS.items() if f"%({name})s" in sentence}


def _blockers(version: ServiceVersion) -> str:
    """How many, and of which rules."""
    rules = version.blocking_rules
    said = {"count": persian_digits(len(rules)), "rules": "، ".join(dict.fromkeys(rules))}
    return str(_("%(count)s مانع انتشار مانده است (قاعده‌های %(rules)s)")) % said


def _last_step(version: ServiceVersion) -> str:
    """Who took the version where it stands, and when: whoever came second hears who was first."""
    changes = version.stage_changes.select_related("by").order_by("at", "pk")
    last = foreknown(version, "last_change", changes.last)
    return f"{last.by}، {with_time(last.at)}" if last else "—"


def _open_boxes(version: ServiceVersion) -> str:
    return "، ".join(f"«{field_label(thread.path)}»" for thread in open_of_centre(version))


FACTS: dict[str, Callable[[ServiceVersion, str], str]] = {
    "owner": lambda version, target: version.service.owner.name,
    "title": lambda version, target: version.title,
    "stage": lambda version, target: version.get_stage_display(),
    "last": lambda version, target: _last_step(version),
    "needed": lambda version, target: str(_(" یا ")).join(f"«{Stage(one).label}»" for one in sources_of(target)),
    "target": lambda version, target: Stage(target).label,
    "blockers": lambda version, target: _blockers(version),
    "open_boxes": lambda version, target: _open_boxes(version),
    "code": lambda version, target: version.stated_id,
}
