"""Forms that hypothesis makes up: every box of the contract, in words as people write them and in nasty ones."""

from typing import Any

from hypothesis import strategies as st

from khedmat.cards import form
from khedmat.cards.canonical import tidy
from khedmat.cards.editing.boxes import value_at
from khedmat.cards.editing.shapes import Shape, leaf_of, leaves_of, shape_of
from khedmat.cards.form import Document, Part, as_contract
from khedmat.core.persian import fold_line

NASTY = (
    "عنوان خدمت: صدور پروانه",
    "هزینه: رایگان",
    "☑ ملی ☐ استانی",
    "در فرم روشن نیست",
    "ذکر نشده",
    "به عدد: ۳ روز",
    "=SUM(A1:A9)",
    "+98 21 1234",
    "<w:t>&amp;</w:t> ]]>",
    "#let x = 1; $a_b$ *c* @d <e> \\u{41}",
    "\"گیومه\" 'تک' «فارسی»",
    "۱- نخست ۲- دوم؛ سوم",
    "https://example.ir/a?b=c&d=%DB%B1#e",
    "می‌شود، خانه‌های «G2B» و ERP",
    "تأمین هٔ آ ئ ؤ",
    "_x0041_ {{ csrf }} {% now %}",
    "card.title",
    "0",
    "-",
)
WORDS = ("صدور", "پروانهٔ", "بهره‌برداری", "از", "چاه‌های", "کشاورزی", "13", "1403/05/12", "G2C", "(ب)", "،", "تمدید")
# A code of private use is a sign of some picture font, and read as the box that it draws there.
_letters = st.characters(exclude_categories=("Cs", "Co"))
_folded = st.lists(st.sampled_from(WORDS), min_size=1, max_size=9).map(" ".join).map(fold_line)
lines = st.one_of(_folded, st.sampled_from(NASTY).map(fold_line), st.text(_letters, max_size=30).map(fold_line)).filter(
    bool
)
texts = st.one_of(lines, st.lists(lines, min_size=1, max_size=3).map("\n".join))
_PLAIN: dict[str, st.SearchStrategy[Any]] = {
    "text": texts,
    "whole": st.integers(0, 10**6),
    "measure": st.one_of(st.integers(0, 400).map(float), st.floats(0, 1000, allow_nan=False)),
    "yes": st.booleans(),
    "lines": st.lists(lines, min_size=1, max_size=4),
}


def _value(shape: Shape) -> st.SearchStrategy[Any]:
    if shape.kind == "one":
        return st.sampled_from(shape.options)
    if shape.kind == "some":
        return st.sets(st.sampled_from(shape.options), min_size=1).map(
            lambda some: sorted(some, key=shape.options.index)
        )
    return _PLAIN[shape.kind]


def _sparse(leaves: dict[str, Shape]) -> st.SearchStrategy[dict[str, Any]]:
    """Some of the boxes filled, by dotted path."""
    return st.fixed_dictionaries({}, optional={path: _value(shape) for path, shape in leaves.items()})


def _rows(part: type[Part]) -> st.SearchStrategy[list[dict[str, Any]]]:
    leaves = {leaf: leaf_of(part, leaf) for leaf in leaves_of(part)}
    return st.lists(_sparse(leaves).map(_nested), max_size=3)


def _nested(values: dict[str, Any]) -> dict[str, Any]:
    tree: dict[str, Any] = {}
    for path, value in values.items():
        *groups, leaf = path.split(".")
        inside = tree
        for group in groups:
            inside = inside.setdefault(group, {})
        inside[leaf] = value
    return tree


_SHAPES = {leaf: shape_of(f"card.{leaf}") for leaf in leaves_of(form.Card)}
_SINGLE = {leaf: shape for leaf, shape in _SHAPES.items() if shape.kind not in ("rows", "pairs")}
_LISTS = {leaf: shape.row for leaf, shape in _SHAPES.items() if shape.row}
_CHOICES = [leaf for leaf, shape in _SINGLE.items() if shape.kind in ("some", "one", "yes")]


@st.composite
def cards(draw: st.DrawFn) -> form.Card:
    plain = _nested(draw(_sparse(_SINGLE)) | {leaf: draw(_rows(row)) for leaf, row in _LISTS.items()})
    boxes = value_at(plain, "diagram.boxes") or ["شروع"]
    pairs = st.lists(st.tuples(st.sampled_from(boxes), st.sampled_from(boxes)), max_size=3)
    plain.setdefault("diagram", {})["links"] = draw(pairs)
    return form.Card.model_validate(plain)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """A card, a list of permits or of services; its doubts and reasons are of boxes that hold no value."""
    kind = draw(st.sampled_from(("service_card", "service_card", "permit_list", "service_list")))
    made = Document.model_validate(
        {
            "kind": kind,
            "edition": draw(st.sampled_from(("1393", "1396", "1400", "legacy", "unknown"))),
            "card": draw(cards()) if kind == "service_card" else None,
            "permits": draw(_rows(form.Permit)),
            "inquiries": draw(_rows(form.Inquiry)),
            "services": draw(_rows(form.ListedService)) if kind == "service_list" else [],
            "source": {"name": "generated", "media_type": "text/plain"},
        }
    )
    return _doubted(draw, tidy(made))


def _doubted(draw: st.DrawFn, document: Document) -> Document:
    plain = as_contract(document)
    empty = [path for path in _CHOICES if document.card and value_at(plain, f"card.{path}") is None]
    doubts = draw(st.lists(st.sampled_from(empty), unique=True, max_size=4)) if empty else []
    free = [f"card.{path}" for path in empty if path not in doubts] + ["card.audience.unknown"] * bool(document.card)
    reasons = draw(st.dictionaries(st.sampled_from(free), lines, max_size=2)) if free else {}
    return document.model_copy(update={"undecided": doubts, "not_applicable": reasons})
