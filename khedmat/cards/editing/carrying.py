"""Where a path points once the document changed: rows of a list move, and what was noted of them moves along."""

import re
from collections.abc import Collection, Iterable
from typing import Any

from khedmat.cards.editing.boxes import value_at, whole
from khedmat.cards.form import Warning

_ROW = re.compile(r"^(?P<list>.+?)\.(?P<row>\d+)(?P<rest>\..+|)$")


def carried(path: str, before: Any, after: Any) -> str | None:
    """The path of the same value in the changed contract JSON; None when its value is another one now."""
    found = _ROW.match(path)
    if moved := found and _row_elsewhere(found, before, after):
        return moved
    stays = found is None or value_at(after, f"{found['list']}.{found['row']}") is not None
    return path if stays and value_at(before, path) == value_at(after, path) else None


def _row_elsewhere(found: re.Match[str], before: Any, after: Any) -> str | None:
    """The same row at its own place, else at the first place where it stands now."""
    place, rows = int(found["row"]), value_at(after, found["list"]) or []
    row = value_at(before, f"{found['list']}.{place}")
    if row not in rows:
        return None
    stands = place if rows[place : place + 1] == [row] else rows.index(row)
    return f"{found['list']}.{stands}{found['rest']}"


def still_undecided(undecided: Collection[str], decided: Collection[str], *, change: tuple[Any, Any]) -> list[str]:
    """The doubts that stay: nobody settled them, and nothing was written where they stand.

    `change`: the contract's JSON before and after.
    """
    open_doubts = [path for path in undecided if whole(path) not in decided]
    places = (carried(whole(path), *change) for path in open_doubts)
    return [place.removeprefix("card.") for place in places if place]


def still_warned(warnings: Iterable[Warning], decided: Collection[str], *, change: tuple[Any, Any]) -> list[Warning]:
    """What the reader saw and took for no value, where nobody wrote one or settled it since."""
    open_ones = [one for one in warnings if one.field is None or whole(one.field) not in decided]
    places = ((one, carried(whole(one.field), *change) if one.field else one.field) for one in open_ones)
    return [one.model_copy(update={"field": place}) for one, place in places if place or one.field is None]
