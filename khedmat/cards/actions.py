"""Writing cards and taking them from stage to stage: each locked, logged, and refused in words."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localdate

from khedmat.accounts.models import User
from khedmat.cards.checking import store_findings
from khedmat.cards.conditions import unmet
from khedmat.cards.drafting import Asked, Saved, create_draft, edit_draft, replace_draft
from khedmat.cards.enums import Stage
from khedmat.cards.models import ServiceVersion
from khedmat.cards.records import locked, log, store
from khedmat.cards.rules.engine import RULES_VERSION
from khedmat.cards.vocabulary import VOCABULARY
from khedmat.core.refusals import refusing_in_words
from khedmat.registers import actions as registers

__all__ = [
    "Asked",
    "Saved",
    "approve",
    "create_draft",
    "edit_draft",
    "load_code_lists",
    "publish",
    "replace_draft",
    "store_findings",
    "submit",
]


def load_code_lists() -> int:
    """The lists of the form into the register; may be run again."""
    return registers.load_code_lists(VOCABULARY)


def submit(version: ServiceVersion, *, by: User, at: datetime) -> ServiceVersion:
    """The author sends the draft to the approvers of the agency; from here on it never changes."""
    return _move(version, Stage.SUBMITTED, by=by, at=at)


def approve(version: ServiceVersion, *, by: User, at: datetime) -> ServiceVersion:
    """The agency stands by it."""
    return _move(version, Stage.APPROVED, by=by, at=at)


def publish(version: ServiceVersion, *, by: User, at: datetime) -> ServiceVersion:
    """The centre shows it to everybody in place of the earlier version; a blocker refuses."""
    return _move(version, Stage.PUBLISHED, by=by, at=at)


@refusing_in_words()
@transaction.atomic
def _move(version: ServiceVersion, target: str, *, by: User, at: datetime) -> ServiceVersion:
    version = locked(version)
    if target == Stage.PUBLISHED:
        _check_by_rules_of_today(version)
    if reasons := unmet(version, target, by=by, on=localdate(at)):
        raise ValidationError(reasons, code="unmet")
    if target == Stage.PUBLISHED:
        _replace_earlier(version, by=by, at=at)
        _give_code(version)
    source = version.stage
    store(version, {"stage": target, f"{target}_by": by, f"{target}_at": at})
    log(version, source, by=by, at=at)
    return version


def _check_by_rules_of_today(version: ServiceVersion) -> None:
    if version.checked_with != RULES_VERSION:
        store_findings(version)


def _replace_earlier(version: ServiceVersion, *, by: User, at: datetime) -> None:
    for earlier in version.service.versions.published():
        store(earlier, {"stage": Stage.REPLACED, "replaced_at": at})
        log(earlier, Stage.PUBLISHED, by=by, at=at)


def _give_code(version: ServiceVersion) -> None:
    """A service bears its ID once the centre published a card with it: a mere draft claims nothing."""
    if version.stated_id and version.service.code is None:
        store(version.service, {"code": version.stated_id})
