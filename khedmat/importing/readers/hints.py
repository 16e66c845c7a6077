"""What was read from a picture: hints for a person, who looks at every one of them; nothing is decided by them."""

from collections.abc import Mapping
from functools import partial
from itertools import starmap
from typing import NamedTuple, TypeVar

from khedmat.cards import form
from khedmat.cards.editing import value_at, whole
from khedmat.cards.editing.shapes import shape_of
from khedmat.cards.vocabulary import labels
from khedmat.importing.readers.blocks import EMPTY, TICKED, Sheet
from khedmat.importing.readers.plain_rows import Plain, Without, is_in_row, leaves, row_of

# A tick is a few dots of ink; and of an ID each digit decides which service is meant.
_TICKS = (
    "service_id service_type nature level life_events start_trigger leads_to_permit per once free electronic "
    "non_electronic channels visit_levels visit_reasons modes paper_by applicants process"
)
_IS_TICK = frozenset(_TICKS.split())
_TO_CHOOSE = "این خانه از روی تصویر پر نمی‌شود؛ از روی اصل خودتان برگزینید."
_SEEN = "در تصویر پیداست: %s؛ از روی اصل خودتان برگزینید."
_NO_MARKS = str.maketrans({TICKED: " ", EMPTY: " "})  # of one length, so that places stay places
_UNDECIDED = "undecided"
_LONGEST_FOUND = 300
_BOX = 2  # steps of the path of a box: «card.cost»

T = TypeVar("T")


def without_marks(sheet: Sheet) -> Sheet:
    """As if no box had been seen: the grammar says then which choices a form offers at all."""
    bare = (block._replace(cells=tuple(cell.translate(_NO_MARKS) for cell in block.cells)) for block in sheet.blocks)
    return Sheet(tuple(bare))


def hinted(read: form.Document, *, unmarked: form.Document) -> form.Document:
    """The document as a picture may give it: texts half sure at most, no tick and no ID, a doubt for each of those."""
    plain = form.as_contract(read)
    offered = _without_rows(_offered(unmarked, form.as_contract(unmarked))) | _offered(read, plain)
    kept = Without(plain, offered)
    doubts = list(starmap(_asked, _moved(offered, kept).items()))
    undecided = [str(one.field).removeprefix("card.") for one in doubts]
    document = form.from_contract({**plain, **kept.said, "undecided": undecided})
    trace = _moved({path: step for path, step in read.trace.items() if path not in offered}, kept)
    others = [one for one in read.warnings if one.code != _UNDECIDED]
    return document.model_copy(update={"warnings": [*others, *doubts], "trace": _all_doubted(trace, kept.said)})


def _moved(by_path: Mapping[str, T], kept: Without) -> dict[str, T]:
    """Without what stood in rows that are gone."""
    places = ((kept.place_of(path), value) for path, value in by_path.items())
    return {place: value for place, value in places if place}


def _without_rows(offered: "Offered") -> "Offered":
    """Two readings of one form may count rows otherwise."""
    return {path: found for path, found in offered.items() if not is_in_row(path)}


class _Found(NamedTuple):
    """The words that stand where a choice is offered, and what seems to be ticked."""

    words: str | None = None
    seen: str = ""


Offered = dict[str, _Found]


def _offered(read: form.Document, plain: Plain) -> Offered:
    """Choices of a form, whether they could be told or not."""
    words = {whole(one.field or ""): one.found for one in read.warnings if one.code == _UNDECIDED}
    undecided = {path: _Found(words.get(path)) for path in map(whole, read.undecided)}
    asked = filter(partial(_is_asked, plain), leaves(plain))
    ticked = {path: _Found(_words(read, path), _seen(plain, path)) for path in asked}
    return undecided | ticked


def _seen(plain: Plain, path: str) -> str:
    """In words of the form; nothing of a box in a row, or of one where something is written."""
    if is_in_row(path):
        return ""
    shape, value = shape_of(path), value_at(plain, path)
    if shape.kind == "yes":
        return "نشان دارد" if value else "نشان ندارد"
    chosen = value if isinstance(value, list) else [value]
    return "، ".join(labels(shape.words, chosen)) if shape.options else ""


def _is_asked(plain: Plain, path: str) -> bool:
    return _is_tick(path) or _is_rest(plain, path)


def _is_rest(plain: Plain, path: str) -> bool:
    """A written zero: what a picture that lost the other digits leaves of «۳۰ روز», and nothing is free by it."""
    value, words = value_at(plain, path), value_at(plain, f"{path.rpartition('.')[0]}.text")
    return value == 0 and value is not False and str(words or value).startswith("0")


def _is_tick(path: str) -> bool:
    return path.rpartition(".")[2] in _IS_TICK


def _words(read: form.Document, path: str) -> str | None:
    return read.trace[path].raw[:_LONGEST_FOUND] if path in read.trace else None


def _asked(path: str, found: _Found) -> form.Warning:
    message = _SEEN % found.seen if found.seen else _TO_CHOOSE
    return form.Warning(code=_UNDECIDED, field=path, message=message, found=found.words)


def _all_doubted(trace: Mapping[str, form.Trace], said: Plain) -> dict[str, form.Trace]:
    """A trace for all that is said: what has none could be agreed with by nobody."""
    known = set(map(_box_of, trace))
    alone = dict.fromkeys(row_of(path) for path in leaves(said) if _box_of(path) not in known)
    made = {path: form.Trace(raw=str(value_at(said, path)), block=0, start=0, end=0) for path in alone}
    return {path: _doubted(step) for path, step in {**trace, **made}.items()}


def doubted(read: form.Document) -> form.Document:
    """None of its values is sure."""
    return read.model_copy(update={"trace": {path: _doubted(step) for path, step in read.trace.items()}})


def _doubted(step: form.Trace) -> form.Trace:
    return step.model_copy(update={"sure": min(step.sure, form.MOST_SURE_OF_A_PICTURE)})


def _box_of(path: str) -> str:
    return row_of(path) if is_in_row(path) else ".".join(path.split(".")[:_BOX])
