"""V, H, K05: marks that were left where they say nothing."""

from collections.abc import Iterable
from itertools import chain

from khedmat.cards.fixes.fix import Changes, Fix, only_if
from khedmat.cards.fixes.ways import NO_REASON, NO_VISIT, below
from khedmat.cards.form import Document, StageAccess
from khedmat.cards.rules.reading import attends, card_of, public_stages, stages
from khedmat.cards.rules.rule import Breach

_TEXTS = {"life_events": "life_event_text", "start_trigger": "start_trigger_text"}


def nobody_comes(document: Document, breach: Breach) -> list[Fix]:
    """V01: only where every stage that one comes to is electronic as well."""
    coming = {path: stage for path, stage in public_stages(document) if attends(stage)}
    are_electronic = all(stage.electronic for stage in coming.values())
    words = "کسی مراجعه نمی‌کند؛ «غیرالکترونیکی» را از این مراحل بردار"
    return only_if(are_electronic, words, _at_each(coming, NO_VISIT))


def needless_reason(document: Document, breach: Breach) -> list[Fix]:
    path = breach.field.rpartition(".")[0]
    return only_if(_is_given(dict(stages(document))[path]), "ضرورت مراجعه را پاک کن", below(path, NO_REASON))


def needless_reasons(document: Document, breach: Breach) -> list[Fix]:
    """V07: a stage that one must come to still needs its reason (V03)."""
    given = {path: stage for path, stage in stages(document) if stage.visit_reasons}
    are_idle = all(_is_given(stage) and not attends(stage) for stage in given.values())
    return only_if(are_idle, "ضرورت مراجعه را از همهٔ مراحل پاک کن", _at_each(given, NO_REASON))


def _at_each(paths: Iterable[str], members: Changes) -> Changes:
    return dict(chain.from_iterable(below(path, members).items() for path in paths))


def no_counter_office(document: Document, breach: Breach) -> list[Fix]:
    path = breach.field.rpartition(".")[0]
    return _without_channel(path, dict(stages(document))[path], "counter_office")


def nothing_else(document: Document, breach: Breach) -> list[Fix]:
    """K05: «سایر» without its text, unless it is all that is ticked."""
    path, _, name = breach.field.rpartition(".")
    if name == "channels":
        return _without_channel(path, dict(stages(document))[path], "other")
    ticked = [one for one in getattr(card_of(document), name) if one != "other"]
    return only_if(ticked, "تیک «سایر» را بردار", {breach.field: ticked, f"{path}.{_TEXTS[name]}": None})


def _without_channel(path: str, stage: StageAccess, channel: str) -> list[Fix]:
    rest = [one for one in stage.channels if one != channel]
    text = {f"{path}.channel_other_text": None} if channel == "other" else {}
    is_safe = any((rest, stage.electronic, attends(stage)))
    return only_if(is_safe, "تیک آن را بردار", {f"{path}.channels": rest, **text})


def _is_given(stage: StageAccess) -> bool:
    """The stage is given somehow also without its reasons for coming."""
    return any((stage.electronic, stage.non_electronic, stage.channels, stage.channel_other_text, stage.visit_levels))
