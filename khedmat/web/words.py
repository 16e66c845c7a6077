"""How a value of the form is said to people: plain Persian, Persian digits. None when the form says nothing."""

import re
from collections.abc import Iterable

from django.utils.translation import gettext as _

from khedmat.cards import form
from khedmat.cards.vocabulary import label
from khedmat.core.persian import persian_digits

_WORD = re.compile(r"\S+")
_LATIN = re.compile("[A-Za-z]")


def prose(text: str) -> str:
    """A text of the form with Persian digits, but for words with Latin letters: «G2B» and addresses stay whole."""
    return _WORD.sub(lambda word: word[0] if _LATIN.search(word[0]) else persian_digits(word[0]), text)


def number(value: float) -> str:
    """«۱۰٬۰۰۰»: grouped by threes, without a fraction that is zero."""
    whole = int(value) if float(value).is_integer() else value
    return persian_digits(f"{whole:,}").replace(",", "٬").replace(".", "٫")


def rials(amount: int) -> str:
    """«۱٬۷۵۴٬۹۰۰ ریال». Zero is said as zero: it is not the word «رایگان»."""
    return _("صفر ریال") if amount == 0 else _("%(amount)s ریال") % {"amount": number(amount)}


def joined(list_name: str, values: Iterable[str]) -> str | None:
    """Labels of a code list, one after the other."""
    return "، ".join(label(list_name, value) for value in values) or None


def duration(said: form.Duration) -> str | None:
    """The number where one is said, else the words of the form."""
    amount = _amount(said)
    if amount is None or said.unit is None:
        return prose(said.text) if said.text else None
    words = [amount, label("duration_unit", said.unit)]
    if said.working:
        words.append(_("کاری"))
    if said.basis == "visit":
        words.append(_("در هر مراجعه"))
    return " ".join(words)


def _amount(said: form.Duration) -> str | None:
    if said.min is not None and said.max is not None and said.min != said.max:
        return _("%(least)s تا %(most)s") % {"least": number(said.min), "most": number(said.max)}
    if said.value is not None:
        return number(said.value)
    if said.min is not None:
        return _("دست‌کم %(least)s") % {"least": number(said.min)}
    return _("تا %(most)s") % {"most": number(said.max)} if said.max is not None else None


def recipients(said: form.Recipients) -> str | None:
    """«۱۰٬۰۰۰ نفر در هر فصل»."""
    if said.count is None:
        return None
    count = _("%(count)s گیرنده") % {"count": number(said.count)}
    return (
        _("%(count)s در هر %(period)s") % {"count": count, "period": label("period", said.per)} if said.per else count
    )


def frequency(said: form.Frequency) -> str | None:
    """How often one person receives the service."""
    if said.once:
        return _("یک بار برای همیشه")
    if said.times is None:
        return None
    times = _("%(times)s بار") % {"times": number(said.times)}
    return (
        _("%(times)s در هر %(period)s") % {"times": times, "period": label("period", said.per)} if said.per else times
    )


def visits(said: form.Visits) -> str | None:
    """How often one person must come."""
    if said.count == 0:
        return _("نیازی به مراجعهٔ حضوری نیست")
    if said.count is not None:
        return _("%(count)s بار") % {"count": number(said.count)}
    if said.max is not None:
        return _("حداکثر %(count)s بار") % {"count": number(said.max)}
    return prose(said.text) if said.text else None


def cost(said: form.Cost) -> str | None:
    """The amounts, or «رایگان» where the form says so. An empty box is neither."""
    amounts = [cost_item(item) for item in said.items]
    known = [amount for amount in amounts if amount]
    if known:
        return _(" و ").join(known)
    if said.free:
        return _("رایگان")
    return prose(said.text) if said.text else None


def cost_item(item: form.CostItem) -> str | None:
    """One row of the cost table, without its account."""
    if item.amount_rial is not None:
        return rials(item.amount_rial)
    return prose(item.text) if item.text else None


def yes_no(said: bool | None) -> str | None:
    """«بله», «خیر», or nothing where the form says nothing."""
    return None if said is None else _("بله") if said else _("خیر")


def fee(said: form.Fee) -> str | None:
    if said.amount_rial is not None:
        return rials(said.amount_rial)
    return prose(said.text) if said.text else None


def permit_duration(said: form.PermitDuration) -> str | None:
    if said.value is not None and said.unit:
        return f"{number(said.value)} {label('duration_unit', said.unit)}"
    return prose(said.text) if said.text else None
