"""What a change of agencies needs, said all at once to whoever plans it."""

from collections.abc import Callable
from datetime import date
from operator import attrgetter
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from khedmat.organizations.changing.parties import Parties
from khedmat.organizations.enums import ChangeKind
from khedmat.organizations.models import PlannedChange, Succession

LONE = {ChangeKind.RENAME, ChangeKind.SPLIT}


class Need(NamedTuple):
    """`holds` answers; the sentence says what to do instead."""

    holds: Callable[[PlannedChange, Parties, date], bool]
    sentence: Promise


def unmet(plan: PlannedChange, parties: Parties, on: date) -> list[str]:
    """The sentences of all that is missing."""
    return [str(need.sentence) for need in NEEDS if not need.holds(plan, parties, on)]


def _has_as_many(plan: PlannedChange, parties: Parties, on: date) -> bool:
    counts = {
        ChangeKind.RENAME: not parties.after,
        ChangeKind.MERGE: len(parties.after) == 1,
        ChangeKind.SPLIT: len(parties.after) > 1,
        ChangeKind.CLOSING: not parties.after,
    }
    return counts[ChangeKind(plan.kind)]


def _is_after_the_last_change(plan: PlannedChange, parties: Parties, on: date) -> bool:
    """The days of names and of agencies would overlap else."""
    named = {agency.pk: agency.former_names.order_by("-ends_on").first() for agency in parties.before}
    begun = [agency.valid_from for agency in parties.before if agency.valid_from]
    last = [name.ends_on for name in named.values() if name] + begun
    changed = Succession.objects.filter(after__in=parties.before).order_by("-change__effective_on")
    days = [*last, *changed.values_list("change__effective_on", flat=True)[:1]]
    return all(plan.effective_on > day for day in days)


def _keeps_a_centre(plan: PlannedChange, parties: Parties, on: date) -> bool:
    """Its first successor is the centre from then on, with the same people: else nobody could examine or publish."""
    is_handed_over = parties.main is not None and plan.opens_roles
    return is_handed_over or not any(map(attrgetter("is_centre"), parties.ending))


def _are_there(plan: PlannedChange, parties: Parties, on: date) -> bool:
    everybody = [*parties.before, *parties.after]
    return len(everybody) == len(plan.before) + len(plan.after) and not any(one.has_ended(on) for one in everybody)


NEEDS: tuple[Need, ...] = (
    Need(_are_there, _("همهٔ دستگاه‌های این تغییر امروز در کار باشند؛ یکی از آنها پایان یافته است یا در دفتر نیست.")),
    Need(
        lambda plan, parties, on: plan.kind not in LONE or len(parties.before) == 1,
        _("تغییر نام و تفکیک از آن یک دستگاه است؛ برای هر دستگاه تغییری جدا بسازید."),
    ),
    Need(
        _has_as_many,
        _("ادغام یک دستگاه جانشین دارد، تفکیک دو یا بیشتر، و تغییر نام و انحلال هیچ؛ جانشین‌ها را درست کنید."),
    ),
    Need(
        lambda plan, parties, on: plan.kind == ChangeKind.SPLIT or not set(parties.before) & set(parties.after),
        _("دستگاهی که ادغام می‌شود جانشین خودش نیست؛ آن را از دستگاه‌های پیشین بردارید."),
    ),
    Need(
        lambda plan, parties, on: plan.kind != ChangeKind.RENAME or plan.new_name not in ("", parties.before[0].name),
        _("نام تازه را بنویسید؛ نامی جز نام امروز."),
    ),
    Need(
        lambda plan, parties, on: plan.effective_on <= on,
        _("روز تغییر امروز یا پیش از آن باشد؛ تغییر آینده را در همان روز ثبت کنید."),
    ),
    Need(lambda plan, parties, on: plan.basis_on <= on, _("تاریخ قانون، مصوبه یا نامه پس از امروز است.")),
    Need(
        _is_after_the_last_change, _("روز تغییر پس از آغاز دستگاه و پس از واپسین تغییر نام آن باشد؛ روز را درست کنید.")
    ),
    Need(
        _keeps_a_centre,
        _(
            "مرکز بررسی شناسنامه‌ها بی جانشین پایان نمی‌یابد: نخستین جانشین آن مرکز تازه می‌شود و نقش‌ها باید در آن باز "
            "شود؛ جانشین را بنویسید و خانهٔ «نقش‌های پایان‌یافته در دستگاه جانشین باز شود» را تیک بزنید."
        ),
    ),
)
