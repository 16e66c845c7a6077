"""A plan and its results as people and programs read them."""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import partial
from operator import attrgetter

from django.utils.translation import gettext_lazy as _

from khedmat.cards.rules.labels import field_label
from khedmat.cards.vocabulary import label
from khedmat.core.persian import persian_digits
from khedmat.core.sequences import unique
from khedmat.importing.actions import Result
from khedmat.importing.enums import What
from khedmat.importing.row import Row

SEVERITIES = {"B": _("مانع"), "A": _("پاسخ لازم"), "N": _("یادآوری")}
MOST_BOXES = 4
BOXES = _("خانه‌های دیگرگون: %(boxes)s")
NOT_WRITTEN = _("چیزی نوشته نشد؛ برای نوشتن همین فرمان را با --write بدهید.")
DONE = {True: "✓", False: " "}


def line(result: Result) -> str:
    """What, which file, which service, why."""
    row = result.row
    said = [_quoted(row.title), row.agency, row.reason, _boxes(unique(map(_box, row.changed))), _findings(row)]
    return f"{DONE[result.is_written]} {row.what.label} · {row.path} · " + _joined(" · ", said)


def _quoted(title: str) -> str:
    return f"«{title}»" if title else ""


def _box(path: str) -> str:
    return field_label(path) or path


def _boxes(names: Sequence[str]) -> str:
    """What changes, in the form's words; boxes of the same name once."""
    boxes = "، ".join(names[:MOST_BOXES]) + _more(len(names) - MOST_BOXES)
    return BOXES % {"boxes": boxes} if names else ""


def _more(number: int) -> str:
    return f" (+{persian_digits(number)})" if number > 0 else ""


def _findings(row: Row) -> str:
    found = filter(row.findings.get, SEVERITIES)
    return "، ".join(f"{persian_digits(row.findings[code])} {SEVERITIES[code]}" for code in found)


def as_text(results: Sequence[Result], *, write: bool) -> list[str]:
    """A line a document, the counts, and what to do next."""
    return [*map(line, results), summary(results, write=write)]


def summary(results: Sequence[Result], *, write: bool) -> str:
    """The counts, and what to do next."""
    rows = list(map(attrgetter("row"), results))
    is_left = not write and any(map(attrgetter("writes"), rows))
    return _joined("\n", [_counts(rows), _kinds(rows), str(NOT_WRITTEN) if is_left else ""])


def _counts(rows: Iterable[Row]) -> str:
    counts = Counter(map(attrgetter("what"), rows))
    return " · ".join(f"{what.label} {persian_digits(counts[what])}" for what in What)


def _kinds(rows: Iterable[Row]) -> str:
    kinds = map(partial(label, "document_kind"), filter(None, map(attrgetter("kind"), rows)))
    return "، ".join(f"{persian_digits(count)} {kind}" for kind, count in Counter(kinds).items())


def _joined(mark: str, texts: Iterable[str]) -> str:
    """What is empty is left out."""
    return mark.join(filter(None, texts))
