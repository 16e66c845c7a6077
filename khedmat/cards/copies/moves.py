"""Taking a copy from stage to stage: each move locked, logged, told, and refused in words."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localdate

from khedmat.accounts.models import User
from khedmat.cards.checking import store_findings
from khedmat.cards.copies.needs import unmet
from khedmat.cards.copies.records import locked, log, template_of
from khedmat.cards.copies.telling import tell
from khedmat.cards.enums import COPY_SIGNED, CopyStage
from khedmat.cards.models import LocalCopy
from khedmat.cards.records import store
from khedmat.core.refusals import refusing_in_words


def submit(copy: LocalCopy, *, by: User, at: datetime) -> LocalCopy:
    """The author sends it to the approvers of the province; from here on its text never changes."""
    return _move(copy, CopyStage.SUBMITTED, by=by, at=at)


def approve(copy: LocalCopy, *, by: User, at: datetime) -> LocalCopy:
    """The province stands by it."""
    return _move(copy, CopyStage.APPROVED, by=by, at=at)


def publish(copy: LocalCopy, *, by: User, at: datetime) -> LocalCopy:
    """The national agency, or the centre, shows it to everybody in place of the earlier one."""
    return _move(copy, CopyStage.PUBLISHED, by=by, at=at)


def send_back(copy: LocalCopy, *, reason: str, by: User, at: datetime) -> LocalCopy:
    """No, and why: this revision ends here, and the author goes on with a new draft of it."""
    return _move(copy, CopyStage.RETURNED, by=by, at=at, reason=reason)


def discard(copy: LocalCopy, *, by: User, at: datetime) -> LocalCopy:
    """The author lets a draft go; its row stays."""
    return _move(copy, CopyStage.DISCARDED, by=by, at=at)


@refusing_in_words()
@transaction.atomic
def _move(copy: LocalCopy, target: str, *, by: User, at: datetime, reason: str = "") -> LocalCopy:
    copy = locked(copy)
    if reasons := unmet(copy, target, by=by, on=localdate(at)):
        raise ValidationError(reasons, code="unmet")
    if target == CopyStage.PUBLISHED:
        _replace_earlier(copy, by=by, at=at)
    source = copy.stage
    signature = {f"{target}_by": by, f"{target}_at": at} if target in COPY_SIGNED else {}
    store(copy, {"stage": target} | signature)
    log(copy, source, by=by, at=at, reason=reason)
    tell(copy, reason=reason, by=by, at=at)
    if target == CopyStage.PUBLISHED:
        store_findings(template_of(copy.service_id), on=localdate(at))
    return copy


def _replace_earlier(copy: LocalCopy, *, by: User, at: datetime) -> None:
    there = LocalCopy.objects.published().filter(service=copy.service_id, place=copy.place_id)
    for earlier in there.select_related("service").select_for_update(of=("self",)):
        store(earlier, {"stage": CopyStage.REPLACED, "replaced_at": at})
        log(earlier, CopyStage.PUBLISHED, by=by, at=at)
