"""A page of the editor as its template wants it: every box with its leaves, findings, doubts and reason."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from khedmat.cards.editing import boxes_of, whole
from khedmat.cards.editing.shapes import leaves_of
from khedmat.cards.form import Document
from khedmat.cards.threads import Thread
from khedmat.cards.vocabulary import label
from khedmat.web import words
from khedmat.web.desk.editor import flow
from khedmat.web.desk.editor.naming import named
from khedmat.web.desk.editor.raw import Place, Refused, row_place, shown, taken
from khedmat.web.desk.editor.sections import PLAIN, TITLE, Box, Section, owner_of, place_of, title_of

BLANK_LINES, BLANK_ROWS = 3, 2
FROM_LEFT = ("url", "sla_url", "complaint_url", "email", "phone", "account", "counter_contract", "local_id")
LONGEST_SHORT = ("unit", "permit", "validity", *FROM_LEFT)


class Option(NamedTuple):
    """One value that may be chosen."""

    value: str
    label: str
    is_on: bool


class Leaf(NamedTuple):
    """One thing to fill in. `raw` as in `raw`; `rows`: for a list of parts, the leaves of each row."""

    path: str
    name: str
    title: Any
    kind: str
    raw: Any
    options: list[Option]
    error: str
    is_long: bool
    rows: list["RowOfLeaves"]

    @property
    def id(self) -> str:
        return f"f-{self.name}"

    @property
    def is_in_row(self) -> bool:
        return self.name != self.path

    @property
    def member(self) -> str:
        return self.path.rpartition(".")[2]

    @property
    def is_from_left(self) -> bool:
        return self.member in FROM_LEFT

    @property
    def grows(self) -> bool:
        """Whether its words are a sentence, so that the field grows with them."""
        return self.kind == "text" and self.member not in LONGEST_SHORT

    @property
    def lines(self) -> list["Line"]:
        """The texts of a list at their places."""
        return [Line(place, text, place + 1) for place, text in enumerate(self.raw)]


class Line(NamedTuple):
    """A text of a list: its place among the fields, and the number that people count."""

    place: int
    text: str
    number: int


class RowOfLeaves(NamedTuple):
    """A row of a list; `is_blank`: nothing stands in it yet."""

    place: int
    leaves: list[Leaf]
    is_blank: bool

    @property
    def by(self) -> dict[str, Leaf]:
        """The leaves by name: «fee_text» for `fee.text`."""
        return {leaf.name.rpartition("-")[2].replace(".", "_"): leaf for leaf in self.leaves}


@dataclass(frozen=True)
class Page:
    """What a box is shown with. `raws` and `errors` come from a page that could not be saved whole."""

    document: Document
    findings: Sequence[Any] = ()
    raws: Mapping[str, Any] = field(default_factory=dict)
    errors: Mapping[str, str] = field(default_factory=dict)
    more: Collection[str] = ()
    threads: Mapping[str, Thread] = field(default_factory=dict)
    passed: Sequence[Any] = ()

    @cached_property
    def said(self) -> dict[str, Any]:
        return boxes_of(self.document)


class Doubt(NamedTuple):
    """What is lost on the paper: the path, its name inside the box, and the words of the form."""

    path: str
    title: str
    raw: str


@dataclass(frozen=True)
class Shown:
    """A box on the page. Its leaves are made where they are shown: an answer to a keystroke shows none."""

    box: Box
    page: Page
    findings: list[Any]
    takes_reason: bool
    doubts: list[Doubt]

    @cached_property
    def leaves(self) -> list[Leaf]:
        return [_leaf(leaf, self.box, self.page) for leaf in self.box.leaves]

    @cached_property
    def by(self) -> dict[str, Leaf]:
        """The leaves by their last name."""
        return {leaf.member: leaf for leaf in self.leaves}

    @property
    def errors(self) -> list[str]:
        return [self.page.errors[leaf] for leaf in self.box.leaves if leaf in self.page.errors]

    @property
    def reason(self) -> str:
        return self.page.document.not_applicable.get(f"card.{self.box.path}", "")

    @property
    def threads(self) -> list[tuple[str, Thread]]:
        """What the version before left open about this box, and about its rows, each with the name of its place."""
        inside, whole_box = f"{self.box.path}.", f"card.{self.box.path}"
        here = [path for path in self.page.threads if path == whole_box or f"{path}.".startswith(inside)]
        return [(title_in(path, self.box), self.page.threads[path]) for path in here]

    @property
    def passed(self) -> list[Any]:
        """Findings that the centre passed over."""
        return findings_of(self.box, self.page.passed)

    @property
    def guide(self) -> str:
        """The path that the guide explains the box by."""
        return self.box.leaves[0] if len(self.box.leaves) == 1 else f"card.{self.box.path}"

    @property
    def is_folded(self) -> bool:
        """A box of other editions of the form is out of the way as long as there is nothing in it or to say of it."""
        return self.box.is_later and self.is_empty and not (self.findings or self.doubts or self.threads)

    @property
    def has_counter(self) -> bool:
        """Whether the form asks of counter offices at this stage, or something is said of them there."""
        said = any(leaf.raw for leaf in self.leaves if leaf.member.startswith("counter_"))
        return said or "counter_office" in [option.value for option in self.by["channels"].options]

    @property
    def field(self) -> str:
        """The id of the one field that the title of the box names."""
        return f"f-{self.box.leaves[0]}" if self.box.layout in (PLAIN, TITLE) and len(self.box.leaves) == 1 else ""

    @property
    def is_empty(self) -> bool:
        """Nothing is said, nothing was typed, and no reason is given."""
        return not (self.reason or self.errors or any(self.page.said.get(leaf) is not None for leaf in self.box.leaves))

    @property
    def strangers(self) -> list[str]:
        """Boxes of the diagram that were refused: the paper may have them all the same."""
        is_refused = flow.BOXES in self.box.leaves and flow.BOXES in self.page.errors
        return flow.strangers(self.page.raws, self.page.said) if is_refused else []


def boxes(section: Section, page: Page, *, may_not_apply: Collection[str]) -> list[Shown]:
    """Every box of a section in printed order."""
    return [_box(box, page, may_not_apply=may_not_apply) for box in section.boxes]


def _unclear_texts(document: Document) -> dict[str | None, str]:
    """Path → what the form says where a choice could not be told: the reader left it beside its doubt."""
    return {remark.field: remark.found or "" for remark in document.warnings if remark.code == "undecided"}


def _box(box: Box, page: Page, *, may_not_apply: Collection[str]) -> Shown:
    raws = _unclear_texts(page.document)
    doubts = [whole(path) for path in page.document.undecided if _is_inside(path, box)]
    return Shown(
        box=box,
        page=page,
        findings=findings_of(box, page.findings),
        takes_reason=f"card.{box.path}" in may_not_apply,
        doubts=[Doubt(path, title_in(path, box), raws.get(path, "")) for path in doubts],
    )


def title_in(path: str, box: Box) -> str:
    """«ردیف ۲، نام دستگاه»; empty for the whole box."""
    steps = path.removeprefix("card.").removeprefix(box.path).strip(".").split(".")
    rows = [_("ردیف %(number)s") % {"number": words.number(int(step) + 1)} for step in steps if step.isdigit()]
    name = ".".join(step for step in path.split(".") if not step.isdigit())
    return "، ".join([*rows, *([str(named(name))] if steps[-1] and not steps[-1].isdigit() else [])])


def findings_of(box: Box, findings: Sequence[Any]) -> list[Any]:
    """Those that speak of this box."""
    return [found for found in findings if (owner := owner_of(found.field)) and owner[1] == box]


def _is_inside(doubt: str, box: Box) -> bool:
    return f"{doubt.removeprefix('card.')}.".startswith(f"{box.path}.")


def _leaf(path: str, box: Box, page: Page) -> Leaf:
    value = page.said.get(path)
    place = place_of(path, value if isinstance(value, list) else ())
    raw = page.raws[path] if path in page.errors else shown(place.shape, value)
    made = _made(place, path, raw, title=title_of(path, box), error=page.errors.get(path, ""))
    wants_more = path in page.more
    if place.shape.kind == "lines":
        return made._replace(raw=[*map(words.prose, raw), *[""] * _blanks("lines", raw, wants_more)])
    rows = _rows(place, raw, wants_more) if place.shape.row else []
    return made._replace(rows=_with_troubles(place, rows) if path in page.errors else rows)


def _with_troubles(place: Place, rows: Sequence[RowOfLeaves]) -> list[RowOfLeaves]:
    """Each field of a refused list with what is wrong in it."""
    return [row._replace(leaves=[leaf._replace(error=_trouble(place, leaf)) for leaf in row.leaves]) for row in rows]


def _trouble(place: Place, leaf: Leaf) -> str:
    try:
        taken(row_place(place, leaf.name.rpartition("-")[2]), leaf.raw)
    except Refused as refusal:
        return str(refusal)
    return ""


def _made(place: Place, name: str, raw: Any, *, title: Any, error: str = "") -> Leaf:
    chosen = raw if isinstance(raw, list) else [raw]
    options = [Option(value, label(place.shape.words, value), value in chosen) for value in place.options]
    return Leaf(place.path, name, title, place.shape.kind, raw, options, error, place.is_long, [])


def _blanks(kind: str, raw: Sequence[Any], wants_more: bool) -> int:
    """How many empty rows to go on with: of lines some more than of rows, which are tall."""
    if kind == "lines":
        return BLANK_LINES if wants_more or not raw else 1
    return BLANK_ROWS if wants_more else 1


def _rows(place: Place, raw: Sequence[Mapping[str, Any]], wants_more: bool) -> list[RowOfLeaves]:
    """The rows that are there and empty ones to go on with."""
    assert place.shape.row is not None
    blank = {leaf: shown(row_place(place, leaf).shape, None) for leaf in leaves_of(place.shape.row)}
    rows = [*raw, *[blank] * _blanks("rows", raw, wants_more)]
    return [RowOfLeaves(number, _row(place, number, row), number >= len(raw)) for number, row in enumerate(rows)]


def _row(place: Place, number: int, raw: Mapping[str, Any]) -> list[Leaf]:
    names = {leaf: f"{place.path}-{number}-{leaf}" for leaf in raw}
    return [_made(row_place(place, leaf), names[leaf], raw[leaf], title=named(f"{place.path}.{leaf}")) for leaf in raw]
