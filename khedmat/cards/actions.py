"""Writing cards and taking them from stage to stage: each locked, logged, and refused in words."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.cards.beginning import New, create_draft, create_drafts
from khedmat.cards.checking import check_by_rules_of_today, store_findings
from khedmat.cards.copies.telling import tell_keepers
from khedmat.cards.drafting import Asked, Saved, edit_draft, replace_draft
from khedmat.cards.enums import SIGNED, Stage
from khedmat.cards.feedback.actions import mend
from khedmat.cards.models import Finding, Service, ServiceVersion
from khedmat.cards.needs import unmet
from khedmat.cards.numbering import give_id, keep_legacy_id
from khedmat.cards.rating import keep_score
from khedmat.cards.records import NOTHING_SAID, Why, locked, log, store
from khedmat.cards.telling import tell
from khedmat.cards.vocabulary import VOCABULARY
from khedmat.core.refusals import refusing_in_words
from khedmat.registers import actions as registers

__all__ = [
    "Asked",
    "New",
    "Saved",
    "accept",
    "approve",
    "create_draft",
    "create_drafts",
    "discard",
    "edit_draft",
    "give_id",
    "load_code_lists",
    "publish",
    "replace_draft",
    "retire",
    "send_back",
    "store_findings",
    "submit",
    "suspend",
]

NO_SUCCESSOR = _("جانشین خدمت دیگری است که شناسنامهٔ آن هم‌اکنون منتشر است.")
CHECKED = (Stage.ACCEPTED, Stage.PUBLISHED)  # what findings stand in the way of


def load_code_lists() -> int:
    """The lists of the form into the register; may be run again."""
    return registers.load_code_lists(VOCABULARY)


def submit(version: ServiceVersion, *, by: User, at: datetime) -> ServiceVersion:
    """The author sends the draft to the approvers of the agency; from here on it never changes."""
    return _move(version, Stage.SUBMITTED, by=by, at=at)


def approve(version: ServiceVersion, *, by: User, at: datetime) -> ServiceVersion:
    """The agency stands by it."""
    return _move(version, Stage.APPROVED, by=by, at=at)


def accept(version: ServiceVersion, *, by: User, at: datetime) -> ServiceVersion:
    """The centre has examined it; it may be published. A blocker refuses."""
    return _move(version, Stage.ACCEPTED, by=by, at=at)


def publish(version: ServiceVersion, *, by: User, at: datetime) -> ServiceVersion:
    """The centre shows it to everybody in place of the earlier version; a blocker refuses."""
    return _move(version, Stage.PUBLISHED, by=by, at=at)


def send_back(
    version: ServiceVersion, *, reason: str, pointed: Sequence[Finding] = (), by: User, at: datetime
) -> ServiceVersion:
    """No, and why: this version ends here, and the author goes on with a new draft of it."""
    return _move(version, Stage.RETURNED, by=by, at=at, why=Why(reason, pointed))


def suspend(version: ServiceVersion, *, reason: str, by: User, at: datetime) -> ServiceVersion:
    """The service stands still for a while; its page says why. `publish` ends it."""
    return _move(version, Stage.SUSPENDED, by=by, at=at, why=Why(reason))


def retire(
    version: ServiceVersion, *, reason: str, successor: Service | None = None, by: User, at: datetime
) -> ServiceVersion:
    """The service has ended; its page says why, and what came after it."""
    if successor and (successor.pk == version.service_id or not successor.versions.in_force().exists()):
        raise ValidationError(NO_SUCCESSOR, code="successor")
    return _move(version, Stage.RETIRED, by=by, at=at, why=Why(reason, successor=successor))


def discard(version: ServiceVersion, *, by: User, at: datetime) -> ServiceVersion:
    """The author lets a draft go; its row stays, and the service may have a new draft."""
    return _move(version, Stage.DISCARDED, by=by, at=at)


@refusing_in_words()
@transaction.atomic
def _move(version: ServiceVersion, target: str, *, by: User, at: datetime, why: Why = NOTHING_SAID) -> ServiceVersion:
    version = locked(version)
    if target in CHECKED:
        check_by_rules_of_today(version, on=localdate(at))
    if reasons := unmet(version, target, by=by, on=localdate(at)):
        raise ValidationError(reasons, code="unmet")
    if target == Stage.PUBLISHED:
        _replace_earlier(version, by=by, at=at)
        keep_legacy_id(version, by=by, at=at)
    source = version.stage
    store(version, {"stage": target, "publish_on": None} | _signature(version, target, by=by, at=at))
    log(version, source, by=by, at=at, why=why)
    tell(version, reason=why.reason, by=by, at=at)
    if target == Stage.APPROVED:
        store_findings(version, on=localdate(at))  # whether the highest official stands behind it is known only now
    keep_score(version, version.findings.unsettled(), on=localdate(at))
    if target == Stage.PUBLISHED:
        if tell_keepers(version, by=by, at=at):
            store_findings(version, on=localdate(at))  # their copies are behind from now on
        mend(version, by=by, at=at)
    return version


def _signature(version: ServiceVersion, target: str, *, by: User, at: datetime) -> dict[str, Any]:
    """Signed once: what is public again after a suspension keeps its day."""
    is_due = target in SIGNED and getattr(version, f"{target}_at") is None
    return {f"{target}_by": by, f"{target}_at": at} if is_due else {}


def _replace_earlier(version: ServiceVersion, *, by: User, at: datetime) -> None:
    for earlier in version.service.versions.in_force().exclude(pk=version.pk):
        source = earlier.stage
        store(earlier, {"stage": Stage.REPLACED, "replaced_at": at})
        log(earlier, source, by=by, at=at)
