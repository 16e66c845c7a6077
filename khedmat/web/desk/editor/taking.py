"""What a page sends, as boxes to write and sentences for what cannot be written. Valid boxes never wait for others."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext as _

from khedmat.cards.editing import boxes_of
from khedmat.cards.editing.boxes import LISTS
from khedmat.cards.form import Document, prune
from khedmat.core.persian import fold_line, persian_digits
from khedmat.web.desk.editor import flow
from khedmat.web.desk.editor.pressing import pressed
from khedmat.web.desk.editor.raw import MOST_TALL, Refused, is_raw, rows_of, shown, taken, typed, untouched
from khedmat.web.desk.editor.sections import Box, Section, place_of

REASON = "not_applicable."
LONGEST_REASON = 500
TICKS = ("electronic", "non_electronic", "once", "free", "working")
PARTNERS = {"electronic": ("non_electronic",), "non_electronic": ("electronic",), "once": ("times", "per")}


class Taken(NamedTuple):
    """`said`: boxes to write; `errors`: a sentence for each leaf that cannot be written, which keeps what was typed.

    `raws`: everything as typed, for showing it again.
    """

    said: dict[str, Any]
    errors: dict[str, str]
    raws: dict[str, Any]


def take(section: Section, post: QueryDict, before: Document) -> Taken:
    """All leaves of a page. `before` is the draft as it is kept. ValidationError for more than a page can bear."""
    _refuse_flood(section, post)
    raws = {leaf: typed(place_of(leaf).shape, leaf, post) for leaf in section.leaves}
    raws = pressed(flow.renamed(raws, post), post)
    was = boxes_of(before)
    said, errors = _values(raws, was)
    _settle_ticks(said, was)
    flow.refuse_strangers(said, errors, before=was, as_paper=post.getlist("as_paper"))
    return Taken(said | _reasons(section, post, said), errors, raws)


def _refuse_flood(section: Section, post: QueryDict) -> None:
    """Thousands of rows of many fields each would keep the server busy for a minute, only to be refused."""
    lists = [leaf for leaf in section.leaves if place_of(leaf).shape.row is not None]
    most = max((len(rows_of(leaf, post)) for leaf in lists), default=0)
    if most > MOST_TALL:
        words = _("%(count)s ردیف در یک فهرست آمده است و بیش از %(most)s ردیف خوانده نمی‌شود؛ چیزی ذخیره نشد.")
        raise ValidationError(words % {"count": persian_digits(most), "most": persian_digits(MOST_TALL)}, code="flood")


def told_again(section: Section, raws: Mapping[str, Any], before: Document) -> dict[str, str]:
    """The sentences for what an earlier page could not keep. ValueError for what no page of ours makes."""
    again = {leaf: raws[leaf] for leaf in section.leaves if leaf in raws}
    if not all(is_raw(place_of(leaf).shape, raw) for leaf, raw in again.items()):
        raise ValueError
    return _values(again, boxes_of(before))[1]


def typed_once(section: Section, path: str, value: Any) -> Any:
    """A value of a box of this page that a browser gives back. ValueError for what could not have been typed here."""
    if path in _names_of_reasons(section):
        same = _line(value)
    elif path in section.leaves:
        place = place_of(path, value if isinstance(value, list) else ())
        same = prune(taken(place, shown(place.shape, value)))
    else:
        raise ValueError(path)
    if same != value:
        raise ValueError(path)
    return value


def _values(raws: Mapping[str, Any], was: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, str]]:
    said, errors = {}, {}
    for leaf, raw in raws.items():
        try:
            said[leaf] = _value(leaf, raw, was.get(leaf))
        except Refused as refusal:
            errors[leaf] = str(refusal)
    return said, errors


def _value(leaf: str, raw: Any, was: Any) -> Any:
    place = place_of(leaf, was if isinstance(was, list) else ())
    return was if untouched(place.shape, raw, was) else taken(place, raw)


def _settle_ticks(said: dict[str, Any], was: Mapping[str, Any]) -> None:
    """An empty box says «no» where its partner now says something, or where the form said so before; else nothing."""
    for leaf, value in said.items():
        if value is None and leaf.rpartition(".")[2] in TICKS:
            said[leaf] = _unticked(leaf, said, was)
    for leaf in [name for name in LISTS if said.get(name) is not was.get(name)]:
        _settle_rows(said.get(leaf) or [])


def _unticked(leaf: str, said: Mapping[str, Any], was: Mapping[str, Any]) -> bool | None:
    group, _dot, name = leaf.rpartition(".")
    partners = [f"{group}.{partner}" for partner in PARTNERS.get(name, ())]
    is_news = any(said.get(one) != was.get(one) for one in [leaf, *partners])
    return False if was.get(leaf) is False or (is_news and any(map(said.get, partners))) else None


def _settle_rows(rows: list[dict[str, Any]]) -> None:
    for row in rows:
        if any((row["electronic"], row["non_electronic"])):
            row["electronic"], row["non_electronic"] = bool(row["electronic"]), bool(row["non_electronic"])


def _reasons(section: Section, post: QueryDict, said: Mapping[str, Any]) -> dict[str, str]:
    """Why a box of this page does not apply; one that is filled in applies."""
    given = {name: box for name, box in _names_of_reasons(section).items() if name in post}
    return {name: "" if _is_filled(box, said) else _line(post[name]) for name, box in given.items()}


def _names_of_reasons(section: Section) -> dict[str, Box]:
    return {f"{REASON}card.{box.path}": box for box in section.boxes}


def _is_filled(box: Box, said: Mapping[str, Any]) -> bool:
    return any(said.get(leaf) not in (None, False, []) for leaf in box.leaves)


def _line(text: str) -> str:
    return fold_line(text)[:LONGEST_REASON].strip()
