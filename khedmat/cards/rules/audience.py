"""A: the recipients and the events of life must speak of the same people."""

import re

from khedmat.cards.form import Document
from khedmat.cards.rules.conditions import Said, once, said
from khedmat.cards.rules.reading import card_of, plain
from khedmat.cards.rules.rule import Rule
from khedmat.cards.vocabulary import labels

_ALL = re.compile(r"\b(?:کلیه|همه|تمام|تمامی) (?:ی )?(?:موارد|رویدادها|رویداد های)")


def _type_against_event(document: Document) -> Said:
    card = card_of(document)
    events = labels("life_event", filter("other".__ne__, card.life_events))
    types = labels("service_type", card.service_type)
    for_agencies = all((types, set(card.service_type) <= {"G2G", "G2E"}))
    for_citizens = all((card.service_type == ["G2C"], card.life_events == ["business"]))
    return said(all((events, any((for_agencies, for_citizens)))), types=types, events=events)


def _other_means_all(document: Document) -> Said:
    text = card_of(document).life_event_text or ""
    return said(_ALL.search(plain(text)), text=text)


RULES = (
    Rule(
        id="A01",
        severity="A",
        fields=("card.service_type", "card.life_events"),
        condition=once("card.life_events", _type_against_event, doubt="service_type"),
        message="نوع خدمت %(types)s است اما رویداد مرتبط %(events)s تیک دارد؛ این دو با هم نمی‌خوانند.",
        fix="اگر گیرندهٔ خدمت شهروند یا کسب‌وکار هم هست نوع آن را بزنید، وگرنه تیک رویداد را بردارید.",
        example="G2G با رویداد «کسب و کار»",
    ),
    Rule(
        id="A02",
        severity="A",
        fields=("card.life_events", "card.life_event_text"),
        condition=once("card.life_events", _other_means_all),
        message="برای رویداد مرتبط نوشته شده «%(text)s»؛ همهٔ رویدادها با هم چیزی را نمی‌رساند.",
        fix="یک تا سه رویدادی را بزنید که مردم این خدمت را با آن می‌جویند.",
        example="سایر: کلیهٔ موارد فوق",
    ),
)
