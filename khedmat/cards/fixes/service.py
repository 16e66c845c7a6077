"""I, A, L, S, P10: what the card says of the service as a whole."""

from khedmat.cards.fixes.fix import Fix, nothing_there, only_if
from khedmat.cards.form import Document
from khedmat.cards.rules.level import why_no_place
from khedmat.cards.rules.places import is_national, is_provincial, province_in
from khedmat.cards.rules.reading import card_of, is_untouched, stage_of
from khedmat.cards.rules.rule import Breach
from khedmat.cards.vocabulary import VOCABULARY

EVENTS = "card.life_events"
FOR_AGENCIES = "خدمت تنها به دستگاه‌ها یا کارکنان دولت داده می‌شود."


def no_code(document: Document, breach: Breach) -> list[Fix]:
    """What stands in the box is cleared, what the reader left out of it is settled."""
    if not breach.field.startswith("card."):
        return []
    is_there = str(breach.values["found"]) in (card_of(document).service_id, card_of(document).parent_service_id)
    return [Fix("شناسهٔ نادرست را پاک کن", {breach.field: None}) if is_there else nothing_there(breach.field)]


def same_people(document: Document, breach: Breach) -> list[Fix]:
    card = card_of(document)
    if card.service_type == ["G2C"]:
        return [_with_type(document, "G2B")]
    kept = [event for event in card.life_events if event == "other"]
    excuse = {} if kept else {f"not_applicable.{EVENTS}": FOR_AGENCIES}
    no_events = Fix("تنها به دستگاه‌هاست؛ تیک رویدادها را بردار", {EVENTS: kept, **excuse})
    return [no_events, _with_type(document, "G2C"), _with_type(document, "G2B")]


def _with_type(document: Document, kind: str) -> Fix:
    types = [*card_of(document).service_type, kind]
    return Fix(f"«{VOCABULARY['service_type'][kind].fa}» را هم بزن", {"card.service_type": types})


def named_events(document: Document, breach: Breach) -> list[Fix]:
    named = [event for event in card_of(document).life_events if event != "other"]
    return only_if(named, "«سایر» و متن آن را بردار", {EVENTS: named, "card.life_event_text": None})


def national_level(document: Document, breach: Breach) -> list[Fix]:
    card = card_of(document)
    agency = card.executive_agency or ""
    is_named = province_in(card.title or "") or is_provincial(agency)
    is_safe = is_national(agency) and not is_named
    return only_if(is_safe, "سطح را «ملی» کن", {"card.level": ["national"]})


def provincial_level(document: Document, breach: Breach) -> list[Fix]:
    is_safe = why_no_place(card_of(document)) is None
    return only_if(is_safe, "سطح را «استانی» کن", {"card.level": ["provincial"]})


def also_requested(document: Document, breach: Breach) -> list[Fix]:
    has_way = not is_untouched(stage_of(document, "request"))
    return only_if(has_way, "«تقاضای گیرندهٔ خدمت» را بزن", {"card.start_trigger": ["request"]})


def no_permit(document: Document, breach: Breach) -> list[Fix]:
    return [Fix("به صدور مجوز نمی‌انجامد", {"card.leads_to_permit": False})]
