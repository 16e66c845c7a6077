"""K04: foreign letters and mixed digits, which the program folds by itself."""

import re
from collections.abc import Iterator

from khedmat.cards.form import Document
from khedmat.cards.rules.labels import field_label
from khedmat.cards.rules.rule import Breach, Rule
from khedmat.cards.rules.writing import texts

_ARABIC = re.compile("[يكىة٠-٩]")
_LATIN, _PERSIAN = re.compile("[0-9]"), re.compile("[۰-۹]")
_ADDRESS = re.compile(r"://|www\.|@|\.ir\b", re.IGNORECASE)


def _foreign(document: Document) -> Iterator[Breach]:
    """One finding a form: folding is the program's work, people need only know that it was done."""
    found = {path: why for path, text in _as_written(document) if (why := _strange(text))}
    for path, why in list(found.items())[:1]:
        yield Breach(path, {"row": field_label(path), "why": why, "count": len(found)})


def _as_written(document: Document) -> Iterator[tuple[str, str]]:
    """Raw texts where the reader kept them, never those of who filled the form in."""
    raws = ((path, step.raw) for path, step in document.trace.items())
    yield from ((path, raw) for path, raw in raws if not path.startswith("card.filled_by"))
    yield from texts(document)


def _strange(text: str) -> str | None:
    if _ARABIC.search(text):
        return "حرف یا رقم عربی"
    if not all((_LATIN.search(text), _PERSIAN.search(text))):
        return None
    bare = " ".join(word for word in text.split() if not _ADDRESS.search(word))
    return "رقم فارسی و لاتین با هم" if all((_LATIN.search(bare), _PERSIAN.search(bare))) else None


RULES = (
    Rule(
        id="K04",
        severity="N",
        fields=("*",),
        condition=_foreign,
        kinds=("service_card", "service_list", "permit_list"),
        message="در %(count)s خانه (نخست «%(row)s») %(why)s هست؛ هنگام ثبت خودکار یکدست می‌شود.",
        fix="کاری لازم نیست؛ برای فرم‌های بعدی صفحه‌کلید استاندارد فارسی را به کار ببرید.",
        example="شركت ملي (با ك و ي عربی)",
    ),
)
