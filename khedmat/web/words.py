"""How a value of the form is said to people: plain Persian, Persian digits. None when the form says nothing."""

from collections.abc import Iterable
from itertools import compress

from django.utils.translation import gettext as _

from khedmat.cards import form
from khedmat.cards.vocabulary import label, labels
from khedmat.core.persian import number, prose


def rials(amount: int) -> str:
    """«۱٬۷۵۴٬۹۰۰ ریال». Zero is said as zero: it is not the word «رایگان»."""
    return _("صفر ریال") if amount == 0 else _("%(amount)s ریال") % {"amount": number(amount)}


def joined(list_name: str, values: Iterable[str]) -> str | None:
    """Labels of a code list, one after the other."""
    return "، ".join(labels(list_name, values)) or None


def _written(text: str | None) -> str | None:
    """The words of the form, where it has some."""
    return prose(text) if text else None


def _figured(words: str, **figures: float | None) -> str | None:
    """A sentence with its figures; None where one of them is not said."""
    shown = {name: number(figure) for name, figure in figures.items() if figure is not None}
    return words % shown if len(shown) == len(figures) else None


def _first(*ways: str | None) -> str | None:
    return next(filter(None, ways), None)


def _per(amount: str | None, period: str | None) -> str | None:
    """«… در هر فصل», where a period is said."""
    if amount is None or period is None:
        return amount
    return _("%(amount)s در هر %(period)s") % {"amount": amount, "period": label("period", period)}


def duration(said: form.Duration) -> str | None:
    """The number where one is said, else the words of the form."""
    amount = _amount(said)
    if amount is None or said.unit is None:
        return _written(said.text)
    notes = {_("کاری"): said.working, _("در هر مراجعه"): said.basis == "visit"}
    return " ".join((amount, label("duration_unit", said.unit), *compress(notes, notes.values())))


def _amount(said: form.Duration) -> str | None:
    """A span where both of its ends differ, else the one figure that is said."""
    is_span = None not in (said.min, said.max) and said.min != said.max
    is_exact = None not in (said.min, said.max) and said.min == said.max
    return _first(
        _figured(_("%(least)s تا %(most)s"), least=said.min, most=said.max) if is_span else None,
        _figured("%(value)s", value=said.min if is_exact else said.value),
        _figured(_("دست‌کم %(least)s"), least=said.min),
        _figured(_("تا %(most)s"), most=said.max),
    )


def recipients(said: form.Recipients) -> str | None:
    """«۱۰٬۰۰۰ نفر در هر فصل»."""
    return _per(_figured(_("%(count)s گیرنده"), count=said.count), said.per)


def frequency(said: form.Frequency) -> str | None:
    """How often one person receives the service."""
    return _("یک بار برای همیشه") if said.once else _per(_figured(_("%(times)s بار"), times=said.times), said.per)


def visits(said: form.Visits) -> str | None:
    """How often one person must come. «None at all» only where no other figure says that some may have to."""
    if said.count == 0 and not said.max:
        return _("نیازی به مراجعهٔ حضوری نیست")
    is_span = said.count and said.max and said.count < said.max
    return _first(
        _figured(_("%(least)s تا %(most)s بار"), least=said.count, most=said.max) if is_span else None,
        _figured(_("%(count)s بار"), count=said.count or None),
        _figured(_("حداکثر %(count)s بار"), count=said.max),
        _written(said.text),
    )


def cost(said: form.Cost) -> str | None:
    """The amounts, or «رایگان» where the form says so. An empty box is neither."""
    amounts = _(" و ").join(filter(None, map(cost_item, said.items)))
    return _first(amounts, _("رایگان") if said.free else None, _written(said.text))


def cost_item(item: form.CostItem) -> str | None:
    """One row of the cost table, without its account."""
    return _price(item)


def fee(said: form.Fee) -> str | None:
    """What one permit or inquiry costs."""
    return _price(said)


def _price(said: form.CostItem | form.Fee) -> str | None:
    return _written(said.text) if said.amount_rial is None else rials(said.amount_rial)


def yes_no(said: bool | None) -> str | None:
    """«بله», «خیر», or nothing where the form says nothing."""
    return {None: None, True: _("بله"), False: _("خیر")}[said]


def permit_duration(said: form.PermitDuration) -> str | None:
    """The number where one is said, else the words of the form. No rule asks for its unit: a bare number is said so."""
    bare = _figured(_("%(value)s (واحد گفته نشده)"), value=said.value)
    if said.value is None or said.unit is None:
        return _first(_written(said.text), bare)
    return f"{number(said.value)} {label('duration_unit', said.unit)}"
