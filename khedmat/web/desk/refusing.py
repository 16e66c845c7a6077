"""A refusal on the page to which a button leads back."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.forms import BaseForm
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User

ALREADY = _("این گام را پیش از این خودتان برداشته‌اید.")


def tell(request: HttpRequest, refusal: ValidationError) -> None:
    """Each unmet condition is a message of its own."""
    for sentence in refusal.messages:
        messages.error(request, sentence)


def look_again(form: BaseForm, seen: int) -> None:
    """What is sent again was decided beside what stands now: with the old number it would be refused for ever."""
    form.data = form.data.copy()
    form.data[form.add_prefix("seen")] = str(seen)


def is_taken_already(changes: QuerySet[Any], target: str, *, by: User, reason: str = "") -> bool:
    """A button pressed twice: its second press would be refused because of the first, on a page that hides its news."""
    last = changes.order_by("-at", "-pk").first()
    return last is not None and (last.target, last.by_id, last.reason) == (target, by.pk, reason)
