"""Section 10: the diagram shows the main processes of section 9 and nothing else (206/93/7740, guide of section 10)."""

from collections.abc import Callable, Collection, Mapping, Sequence
from itertools import compress, filterfalse, pairwise
from operator import itemgetter
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from khedmat.cards.printing.drawing import ENDS
from khedmat.core.persian import fold_line

PROCESSES, BOXES, LINKS = "card.processes", "card.diagram.boxes", "card.diagram.links"
START, END = "شروع", "پایان"
FIRST, LAST = (START, "آغاز"), (END, "خاتمه")
REFUSALS = (  # of an arrow, the first that holds; one that stands there already is refused by none below
    gettext_lazy("پیکان «%(one)s» به «%(other)s» کشیده نشد: هر دو سرِ پیکان باید از خانه‌های نمودار باشد."),
    "",
    gettext_lazy(
        "از «%(one)s» پیکانی بیرون نمی‌رود: کار آن‌جا تمام است. بازگشت را از فرایندی بکشید که کار را برمی‌گرداند."
    ),
    gettext_lazy("به «%(other)s» پیکانی نمی‌رسد: بازگشت را به نخستین فرایندی بکشید که دوباره انجام می‌شود."),
    gettext_lazy("پیکان «%(one)s» به خودش برمی‌گردد؛ سر دیگر آن باید فرایند دیگری باشد."),
)


def renamed(raws: dict[str, Any], post: QueryDict) -> dict[str, Any]:
    """A process that got another name has it in the diagram too."""
    if PROCESSES not in raws:
        return raws
    names = _new_names(post.getlist(f"{PROCESSES}.was"), raws[PROCESSES])
    raws[BOXES] = [names.get(fold_line(box), box) for box in raws[BOXES]]
    raws[LINKS] = [tuple(names.get(fold_line(end), end) for end in pair) for pair in raws[LINKS]]
    return _drawn(raws) if post.get("draw") else raws


def _new_names(old: Sequence[str], new: Sequence[str]) -> dict[str, str]:
    """What each process was called and is called now; one that was emptied or is new has no other name."""
    pairs = zip(map(fold_line, old), new, strict=False)
    return {was: name for was, name in pairs if was and name.strip()}


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
    known = _known(said, before) | set(map(fold_line, as_paper))
    drawn, refused = _parted(said[BOXES] or [], known.__contains__)
    said[BOXES] = drawn
    if refused:
        errors[BOXES] = _stranger() % {"boxes": "، ".join(map("«{}»".format, refused))}
    if LINKS in said:
        said[LINKS], wrong = _sound(said[LINKS] or [], drawn=set(drawn), stands=before[LINKS] or [])
        errors.update({LINKS: wrong[0]} if wrong else {})


def _known(processes: Mapping[str, Any], drawn: Mapping[str, Any]) -> set[str]:
    """What may stand in a diagram: processes of section 9, both ends, and what stands there already."""
    return {*(processes[PROCESSES] or []), *ENDS, *(drawn[BOXES] or [])}


def _parted(things: Sequence[Any], is_known: Callable[[Any], bool]) -> tuple[list[Any], list[Any]]:
    """Those that are known, and those that are not."""
    return list(filter(is_known, things)), list(filterfalse(is_known, things))


def _sound(links: Sequence[Any], *, drawn: set[str], stands: Sequence[Any]) -> tuple[list[Any], list[str]]:
    """The arrows that may be drawn, and what is wrong with each other one; what stands there came from the paper."""
    wrong, sound = _parted([(pair, _why(pair, drawn, stands)) for pair in links], itemgetter(1))
    return list(map(itemgetter(0), sound)), list(map(itemgetter(1), wrong))


def _why(pair: Sequence[str], drawn: set[str], stands: Sequence[Any]) -> str:
    """Nothing follows the end or comes before the start, and a process is no return to itself."""
    one, other = pair
    met = (not drawn.issuperset(pair), list(pair) in stands, one in LAST, other in FIRST, one == other)
    return str(next(compress(REFUSALS, met), "")) % {"one": one, "other": other}


def strangers(raws: Mapping[str, Any], was: Mapping[str, Any]) -> list[str]:
    """The boxes of a refused diagram that are neither processes of section 9 nor in the diagram already."""
    known = {"", *_known(was, was)}
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
