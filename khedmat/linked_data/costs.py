"""What a service costs and how long it takes. Free is a cost of zero that says so; unknown is no cost. Pure."""

from khedmat.cards.form import Card, CostItem
from khedmat.linked_data.codes import rial
from khedmat.linked_data.facts import Subject

FREE = "رایگان"
DATES = {"day": "D", "week": "W", "month": "M", "year": "Y"}
CLOCK = {"minute": "M", "hour": "H"}


def costs(on: Subject) -> list[str]:
    cost = on.facts.card.cost
    return [_free(on)] if cost.free else [_item(on, place, item) for place, item in enumerate(cost.items, 1)]


def _free(on: Subject) -> str:
    graph, service, facts = on
    said = {"identifier": f"{facts.number}-cost-0", "description": FREE, "currency": rial(graph)}
    return graph.add(f"{service}/cost/0", "cv:Cost", value="0.0E0", amountRial="0", **said)


def _item(on: Subject, place: int, item: CostItem) -> str:
    """The exact amount stands beside the double of the standard."""
    graph, service, facts = on
    known = item.amount_rial is not None
    return graph.add(
        f"{service}/cost/{place}",
        "cv:Cost",
        identifier=f"{facts.number}-cost-{place}",
        description=item.text,
        currency=rial(graph) if known else None,
        value=f"{float(item.amount_rial or 0):E}" if known else None,
        amountRial=str(item.amount_rial) if known else None,
    )


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
