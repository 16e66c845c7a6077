"""What an empty choice is called: the dashes of Django say nothing, and are read aloud one by one."""

from collections.abc import Iterable

from django import forms
from django.db.models.fields import BLANK_CHOICE_DASH
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

DASHES = BLANK_CHOICE_DASH[0][1]
CHOOSE, UNSAID = _("برگزینید"), _("گفته نشده")


def say_empty_choices(fields: Iterable[forms.Field]) -> None:
    """A box that must be answered asks for it; one that may stay open says that nothing is said. Own words stay."""
    for field in fields:
        words = CHOOSE if field.required else UNSAID
        if getattr(field, "empty_label", None) == DASHES:
            field.empty_label = words
        elif isinstance(field, forms.ChoiceField) and not isinstance(field, forms.ModelChoiceField):
            field.choices = [(value, _named(label, words)) for value, label in field.choices]


def _named(label: object, words: Promise) -> object:
    return words if label == DASHES else label
