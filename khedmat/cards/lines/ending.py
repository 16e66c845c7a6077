"""A system ends: replaced by another that works, or closed; seen before with the published cards that name it."""

import hashlib
from datetime import datetime
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.cards.lines.where import naming
from khedmat.cards.models import ServiceVersion
from khedmat.core.refusals import refusing_in_words
from khedmat.registers import writing
from khedmat.registers.books import BOOKS
from khedmat.registers.enums import Register, RegisterStep, SystemState
from khedmat.registers.models import System
from khedmat.registers.perms import demand_keeper

BOOK = BOOKS[Register.SYSTEMS]
HAS_ENDED = _("«%(system)s» پیش از این جایگزین یا برچیده شده است؛ صفحهٔ آن را ببینید.")
NOT_ITSELF = _("سامانه جایگزین خودش نیست؛ سامانهٔ دیگری برگزینید.")
SUCCESSOR_ENDED = _("«%(system)s» خود در کار نیست؛ سامانه‌ای را برگزینید که اکنون کار می‌کند.")
NOT_AS_SEEN = _(
    "پس از آن که پیش‌نمایش را دیدید، شناسنامه‌ها یا این دو سامانه تغییر کرده‌اند؛ چیزی ثبت نشد. "
    "متولی فهرست پیش‌نمایش تازه را در همین صفحه ببیند و دوباره تأیید کند."
)


class Preview(NamedTuple):
    """The system that ends, what comes after it if anything, the published cards that name it, and their print."""

    system: System
    replaced_by: System | None
    versions: list[ServiceVersion]
    seen: str


def preview(system: System, replaced_by: System | None) -> Preview:
    """ValidationError in words where the system cannot end so."""
    if not system.holds:
        raise ValidationError(HAS_ENDED, params={"system": system.title})
    if replaced_by:
        _demand_other(system, replaced_by)
    versions = list(naming(ServiceVersion.objects.published().for_list(), system))
    said = [system.pk, system.revision, replaced_by and replaced_by.pk, *(version.pk for version in versions)]
    return Preview(system, replaced_by, versions, hashlib.sha256(repr(said).encode()).hexdigest())


@refusing_in_words()
@transaction.atomic
def end(system: System, replaced_by: System | None, *, seen: str, by: User, at: datetime) -> Preview:
    """What the preview with the print `seen` showed; cards keep their words and their pages lead to what came after."""
    demand_keeper(by, BOOK, localdate(at))
    writing.lock(BOOK)
    system = System.objects.get(pk=system.pk)
    shown = preview(system, replaced_by and System.objects.get(pk=replaced_by.pk))
    if shown.seen != seen:
        raise ValidationError(NOT_AS_SEEN, code="conflict")
    before = writing.plain(system)
    system.state = SystemState.REPLACED if replaced_by else SystemState.CLOSED
    system.replaced_by, system.revision = shown.replaced_by, system.revision + 1
    system.save(update_fields=["state", "replaced_by", "revision"])
    writing.log(system, RegisterStep.CHANGED, writing.differing(before, writing.plain(system)), by=by, at=at)
    return shown


def _demand_other(system: System, replaced_by: System) -> None:
    if replaced_by.pk == system.pk:
        raise ValidationError(NOT_ITSELF)
    if not replaced_by.holds or replaced_by.merged_into:
        raise ValidationError(SUCCESSOR_ENDED, params={"system": replaced_by.title})
