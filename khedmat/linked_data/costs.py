"""What a service costs and how long it takes. Free is a cost of zero that says so; unknown is no cost. Pure."""

from datetime import date
from typing import NamedTuple

from khedmat.cards.form import Card
from khedmat.linked_data.codes import rial
from khedmat.linked_data.facts import Subject, Term

FREE, UNSAID = "رایگان", Term()
DATES = {"day": "D", "week": "W", "month": "M", "year": "Y"}
CLOCK = {"minute": "M", "hour": "H"}


class Price(NamedTuple):
    """As a form says it: in words, in whole rials, or both."""

    text: str | None
    rials: int | None


def costs(on: Subject) -> list[str]:
    cost = on.facts.card.cost
    if cost.free:
        return price(on, "cost/0", Price(FREE, 0))
    terms = on.facts.beside.terms
    said = [(Price(item.text, item.amount_rial), terms.get(place, UNSAID)) for place, item in enumerate(cost.items)]
    return [one for place, (item, term) in enumerate(said, 1) for one in price(on, f"cost/{place}", item, term=term)]


def price(on: Subject, path: str, said: Price, *, term: Term = UNSAID) -> list[str]:
    """The exact amount stands beside the double of the standard; where nothing is said there is no cost."""
    if said == (None, None):
        return []
    graph, service, facts = on
    amount = {} if said.rials is None else {"value": f"{float(said.rials):E}", "amountRial": str(said.rials)}
    currency = rial(graph) if amount else None
    name = f"{facts.number}-{path.replace('/', '-')}"
    holds = {"validFrom": _day(term.since), "validThrough": _day(term.until), "basis": term.source}
    words = {"identifier": name, "description": said.text, "currency": currency}
    return [graph.add(f"{service}/{path}", "cv:Cost", **words, **amount, **holds)]


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def duration(value: float | None, unit: str | None) -> str | None:
    """xsd:duration; None where the number is no whole one of its unit."""
    if value is None or unit is None or value < 0 or not float(value).is_integer():
        return None
    if unit in CLOCK:
        return f"PT{int(value)}{CLOCK[unit]}"
    days = int(value) * 7 if unit == "week" else int(value)
    return f"P{days}{'D' if unit == 'week' else DATES[unit]}"


def processing_time(card: Card) -> str | None:
    """How long it takes; of a range its end."""
    said = card.average_duration
    return duration(said.value if said.value is not None else said.max, said.unit)
