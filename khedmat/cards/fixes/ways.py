"""X01: the ticks of one stage that disagree."""

from khedmat.cards.fixes.fix import Changes, Fix, only_if
from khedmat.cards.form import Document, StageAccess
from khedmat.cards.rules.addresses import FIELD
from khedmat.cards.rules.not_applicable import is_excused
from khedmat.cards.rules.permit_links import is_online
from khedmat.cards.rules.reading import blank, card_of, stages
from khedmat.cards.rules.rule import Breach
from khedmat.cards.rules.stage_boxes import NEEDS_NO_SCREEN

NO_REASON: Changes = {"visit_reasons": [], "visit_reason_text": None}
NO_VISIT: Changes = {"non_electronic": False, "visit_levels": [], **NO_REASON}


def stage_agrees(document: Document, breach: Breach) -> list[Fix]:
    stage = dict(stages(document))[breach.field]
    return _AGREEING[str(breach.values["kind"])](document, breach.field, stage)


def _tick_electronic(document: Document, path: str, stage: StageAccess) -> list[Fix]:
    """Not where it asks at once for an address that nobody gave, or leaves both ways ticked."""
    has_address = not blank(card_of(document).url) or is_excused(document, FIELD)
    is_safe = not stage.non_electronic and (has_address or path.endswith("production"))
    return only_if(is_safe, "تیک «الکترونیکی» را بزن", {f"{path}.electronic": True})


def _tick_in_person(document: Document, path: str, stage: StageAccess) -> list[Fix]:
    visits = card_of(document).visits
    is_counted = any((visits.count, visits.max, path.endswith("production")))
    is_safe = not stage.electronic and (is_counted or stage.visit_levels)
    tick = only_if(is_safe, "تیک «غیرالکترونیکی» را بزن", {f"{path}.non_electronic": True})
    has_other_signs = any((stage.electronic, stage.channels, stage.channel_other_text))
    clear = below(path, {"visit_levels": [], **NO_REASON})
    return [*tick, *only_if(has_other_signs, "مراجعه و ضرورت آن را از این مرحله بردار", clear)]


def _one_way(document: Document, path: str, stage: StageAccess) -> list[Fix]:
    offline = {"electronic": False, "channels": list(filter(NEEDS_NO_SCREEN.__contains__, stage.channels))}
    return [
        Fix("تنها الکترونیکی است؛ مراجعه را بردار", below(path, NO_VISIT)),
        *only_if(not _needs_screen(document, path), "تنها حضوری است؛ تیک «الکترونیکی» را بردار", below(path, offline)),
    ]


def _needs_screen(document: Document, path: str) -> bool:
    """A permit is electronic, and no other stage has a way for it (P05)."""
    elsewhere = (is_online(stage) for where, stage in stages(document) if where != path)
    return any(permit.electronic for permit in document.permits) and not any(elsewhere)


_AGREEING = {"electronic": _tick_electronic, "non_electronic": _tick_in_person, "both": _one_way}


def below(path: str, members: Changes) -> Changes:
    """The members of one stage, by whole path."""
    return {f"{path}.{name}": value for name, value in members.items()}
