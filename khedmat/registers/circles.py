"""Entries that stand under or after others: who points at whom, and never in a circle."""

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from khedmat.registers.models.entry import Entry

CIRCLE = _("«%(title)s» به خودش می‌رسد: «%(above)s» خود زیر آن یا پس از آن است؛ مدخل دیگری برگزینید.")
BELOW = _("«%(kept)s» زیر «%(gone)s» یا پس از آن است؛ نخست آن را از زیرش بیرون بیاورید، یا «%(gone)s» را نگه دارید.")


def pointers_to(model: type[Entry]) -> Iterator[Any]:
    """The columns of all registers that name an entry of this one, but not what was merged into it."""
    for relation in model._meta.related_objects:
        if issubclass(relation.related_model, Entry) and relation.field.name != "merged_into":
            yield relation.field


def demand_no_circle(entry: Entry) -> None:
    """ValidationError where an entry is reached from what it stands under or after."""
    for name in _upward(type(entry)):
        if entry.pk in _above(entry, name):
            said = {"title": entry.title, "above": getattr(entry, name).title}
            raise ValidationError(CIRCLE, code="circle", params=said)


def demand_apart(gone: Entry, kept: Entry) -> None:
    """ValidationError where what stays after a merge stands under or after what goes."""
    if any(gone.pk in _above(kept, name) for name in _upward(type(kept))):
        raise ValidationError(BELOW, params={"gone": gone.title, "kept": kept.title})


def _upward(model: type[Entry]) -> list[str]:
    return [field.name for field in pointers_to(model) if field.model is model]


def _above(entry: Any, name: str) -> Iterator[int]:
    """Keys from its broader or later one upward; whoever comes back to the entry itself stops there."""
    above = getattr(entry, name)
    while above is not None:
        yield above.pk
        above = None if above.pk == entry.pk else getattr(above, name)
