"""How a row of the plan came out, and the sentence where it was refused."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db import DataError
from django.utils.translation import gettext_lazy as _

from khedmat.cards.models import ServiceVersion
from khedmat.importing.readers.unreadable import Unreadable
from khedmat.importing.row import Row
from khedmat.permits.models import PermitList

FILE_CHANGED = _("پرونده پس از برنامه‌ریزی تغییر کرده است؛ دوباره درون‌ریزی کنید.")
REGISTER_CHANGED = _("آنچه ثبت است پس از برنامه‌ریزی تغییر کرده است؛ دوباره درون‌ریزی کنید.")
TOO_LARGE = _("فرم مقداری بزرگ‌تر از اندازهٔ نگه‌داشتنی دارد؛ آن را در فرم درست کنید.")
SENTENCES: dict[type[Exception], Callable[[Any], str]] = {
    ValidationError: lambda refusal: " ".join(refusal.messages),
    Unreadable: lambda problem: problem.message,
    DataError: lambda error: str(TOO_LARGE),
}
REFUSALS = tuple(SENTENCES)


@dataclass(frozen=True)
class Result:
    """A row of the plan as it came out, and what was made of it."""

    row: Row
    version: ServiceVersion | None = None
    permit_list: PermitList | None = None

    @property
    def is_written(self) -> bool:
        return bool(self.version or self.permit_list)


def reason_of(refusal: Exception) -> str:
    """Also of a narrower kind than is listed."""
    kind = next(filter(SENTENCES.get, type(refusal).__mro__))
    return SENTENCES[kind](refusal)
