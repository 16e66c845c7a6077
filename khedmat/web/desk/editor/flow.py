"""Section 10: the diagram shows the main processes of section 9 and nothing else (206/93/7740, guide of section 10)."""

from collections.abc import Collection, Mapping
from itertools import pairwise
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _

from khedmat.core.persian import fold_line
from khedmat.web.drawing import ENDS

PROCESSES, BOXES, LINKS = "card.processes", "card.diagram.boxes", "card.diagram.links"
START, END = "شروع", "پایان"


def renamed(raws: dict[str, Any], post: QueryDict) -> dict[str, Any]:
    """A process that got another name has it in the diagram too."""
    if PROCESSES not in raws:
        return raws
    names = {fold_line(old): new for old, new in zip(post.getlist(f"{PROCESSES}.was"), raws[PROCESSES], strict=False)}
    names = {old: new for old, new in names.items() if old and new.strip()}
    raws[BOXES] = [names.get(fold_line(box), box) for box in raws[BOXES]]
    raws[LINKS] = [tuple(names.get(fold_line(end), end) for end in pair) for pair in raws[LINKS]]
    return _drawn(raws) if post.get("draw") else raws


def _drawn(raws: dict[str, Any]) -> dict[str, Any]:
    """The processes one after the other, with start and end."""
    chain = [START, *filter(None, map(fold_line, raws[PROCESSES])), END]
    return raws | {BOXES: chain, LINKS: list(pairwise(chain))}


def refuse_strangers(
    said: dict[str, Any], errors: dict[str, str], *, before: Mapping[str, Any], as_paper: Collection[str]
) -> None:
    """A box that is no process of section 9 is not drawn, unless the paper has it; nor is an arrow to a missing box."""
    if BOXES not in said or PROCESSES not in said:
        return
    said |= {leaf: said.get(leaf) or [] for leaf in (PROCESSES, BOXES, LINKS) if leaf in said}
    known = {*said[PROCESSES], *ENDS, *(before[BOXES] or []), *map(fold_line, as_paper)}
    if strangers := [box for box in said[BOXES] if box not in known]:
        errors[BOXES] = _stranger() % {"boxes": "، ".join(f"«{box}»" for box in strangers)}
        said[BOXES] = [box for box in said[BOXES] if box in known]
    _refuse_loose_arrows(said, errors)


def _refuse_loose_arrows(said: dict[str, Any], errors: dict[str, str]) -> None:
    pairs = said.get(LINKS, [])
    drawn = [pair for pair in pairs if set(pair) <= set(said[BOXES])]
    if len(drawn) < len(pairs):
        loose = next(pair for pair in pairs if pair not in drawn)
        errors[LINKS] = _("پیکان «%(one)s» به «%(other)s» کشیده نشد: هر دو سرِ پیکان باید از خانه‌های نمودار باشد.") % {
            "one": loose[0],
            "other": loose[1],
        }
        said[LINKS] = drawn


def strangers(raws: Mapping[str, Any], was: Mapping[str, Any]) -> list[str]:
    """The boxes of a refused diagram that are neither processes of section 9 nor in the diagram already."""
    known = {"", *(was[PROCESSES] or []), *ENDS, *(was[BOXES] or [])}
    return [box for box in dict.fromkeys(map(fold_line, raws[BOXES])) if box not in known]


def without(raws: dict[str, Any], name: str) -> None:
    """A box that was taken out takes its arrows along."""
    raws[BOXES] = [box for box in raws[BOXES] if fold_line(box) != name]
    raws[LINKS] = [pair for pair in raws[LINKS] if name not in map(fold_line, pair)]


def _stranger() -> str:
    return _(
        "%(boxes)s در بخش ۹ نیست. نمودار تنها فرایندهای اصلی بخش ۹ و رابطهٔ آنها را نشان می‌دهد؛ "
        "زیرفرایند و کارهای درون یک فرایند در آن نمی‌آید. اگر فرایندی اصلی است نخست آن را به بخش ۹ بیفزایید؛ "
        "اگر کاغذ امضاشده چنین است، «همان‌گونه که در کاغذ آمده» را تیک بزنید."
    )
