"""A: the recipients and the events of life must speak of the same people."""

import re
from collections.abc import Iterator

from khedmat.cards.form import Document
from khedmat.cards.rules.reading import card_of, doubtful, plain
from khedmat.cards.rules.rule import Breach, Rule, at
from khedmat.cards.vocabulary import label

_ALL = re.compile(r"\b(?:کلیه|همه|تمام|تمامی) (?:ی )?(?:موارد|رویدادها|رویداد های)")


def _type_against_event(document: Document) -> Iterator[Breach]:
    card = card_of(document)
    events = [event for event in card.life_events if event != "other"]
    types = set(card.service_type)
    for_agencies = bool(types) and types <= {"G2G", "G2E"}
    for_citizens = types == {"G2C"} and card.life_events == ["business"]
    if events and (for_agencies or for_citizens) and not doubtful(document, "service_type"):
        yield at(
            "card.life_events",
            types=[label("service_type", one) for one in card.service_type],
            events=[label("life_event", event) for event in events],
        )


def _other_means_all(document: Document) -> Iterator[Breach]:
    text = card_of(document).life_event_text or ""
    if _ALL.search(plain(text)):
        yield at("card.life_events", text=text)


RULES = (
    Rule(
        id="A01",
        severity="A",
        fields=("card.service_type", "card.life_events"),
        condition=_type_against_event,
        message="نوع خدمت %(types)s است اما رویداد مرتبط %(events)s تیک دارد؛ این دو با هم نمی‌خوانند.",
        fix="اگر گیرندهٔ خدمت شهروند یا کسب‌وکار هم هست نوع آن را بزنید، وگرنه تیک رویداد را بردارید.",
        example="G2G با رویداد «کسب و کار»",
    ),
    Rule(
        id="A02",
        severity="A",
        fields=("card.life_events", "card.life_event_text"),
        condition=_other_means_all,
        message="برای رویداد مرتبط نوشته شده «%(text)s»؛ همهٔ رویدادها با هم چیزی را نمی‌رساند.",
        fix="یک تا سه رویدادی را بزنید که مردم این خدمت را با آن می‌جویند.",
        example="سایر: کلیهٔ موارد فوق",
    ),
)
