"""The steps of a version's life as a person sees them: which are done, where it stands, what is ahead."""

from datetime import datetime
from typing import Literal, NamedTuple

from django.utils.functional import Promise
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from khedmat.cards.enums import MOVES, SIGNED, Stage
from khedmat.cards.in_force import decision_on
from khedmat.cards.models import ServiceVersion, StageChange
from khedmat.organizations.naming import name_on

State = Literal["done", "now", "ahead"]
NAMES: dict[str, Promise] = {
    Stage.DRAFT: _("نوشتن"),
    Stage.SUBMITTED: _("فرستادن"),
    Stage.APPROVED: _("تأیید دستگاه"),
    Stage.ACCEPTED: _("پذیرش مرکز"),
    Stage.PUBLISHED: _("انتشار"),
}


class Step(NamedTuple):
    """One step: its name, how far it is, and when it was taken."""

    name: Promise | str
    state: State
    at: datetime | None = None
    is_end: bool = False


def road_of(version: ServiceVersion) -> list[Step]:
    """Those that were taken; then the ones ahead, or how it ended instead."""
    taken = {Stage.DRAFT: version.created_at} | {name: getattr(version, f"{name}_at") for name in SIGNED}
    done = [Step(NAMES[stage], "done", at) for stage, at in taken.items() if at]
    if version.stage not in MOVES or version.stage not in NAMES:
        return [*done, Step(version.get_stage_display(), "now", is_end=True)]
    ahead = [Step(NAMES[stage], "ahead") for stage, at in taken.items() if not at]
    return [*done, *([ahead[0]._replace(state="now"), *ahead[1:]] if ahead else [])]


class Why(NamedTuple):
    """A decision with its reason, under the heading that it has on this page."""

    title: Promise
    change: StageChange

    @property
    def office(self) -> str:
        """The agency that it was decided for, as it was called then."""
        made_for = self.change.as_organization
        return name_on(made_for, localdate(self.change.at)) if made_for else ""


TITLES: dict[str, Promise] = {
    Stage.RETURNED: _("چرا بازگشت"),
    Stage.SUSPENDED: _("چرا تعلیق شد"),
    Stage.RETIRED: _("چرا برچیده شد"),
}
TO_MEND = _("نسخهٔ پیش از این بازگشت؛ این را درست کنید")


def why_of(version: ServiceVersion) -> Why | None:
    """Why a version stands where it stands; for a draft, why the one came back that it mends."""
    if version.stage in TITLES:
        return Why(TITLES[version.stage], decision_on(version))
    if version.stage != Stage.DRAFT:
        return None
    earlier = version.service.versions.kept().filter(number__lt=version.number)
    last = earlier.only("stage", "service").order_by("-number").first()
    return Why(TO_MEND, decision_on(last)) if last and last.stage == Stage.RETURNED else None
