"""Milliseconds a card for `check`, for what an author waits for (`check`, `score` and all fixes), and how it grows
with rows. Run: python bench/rules.py [FORMS_FOLDER]."""

import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from khedmat.cards.fixes import fixes_for
from khedmat.cards.form import Card, Document, ExternalInquiry, Source
from khedmat.cards.rules.engine import RULES, check
from khedmat.cards.score import Facts, score
from khedmat.importing.readers.reading import read_path

ROOT = Path(__file__).parents[1]
SIZES = (10, 100, 1000)
BUDGET_MS = 2.0
SHOWN_BUDGET_MS = 5.0
FACTS = Facts(date(2026, 5, 1), changed_on=date(2026, 4, 1), has_source=True)


def documents(folder: Path) -> list[Document]:
    """Every form of a folder, as the reader gives it."""
    paths = (path for path in sorted(folder.rglob("*")) if path.suffix in (".txt", ".html"))
    return [document for path in paths for document in read_path(path)]


def shown(document: Document) -> None:
    """All that the editor shows after a keystroke."""
    findings = check(document)
    score(document, findings, FACTS)
    fixes_for(findings, document)


def milliseconds(found: list[Document], rounds: int, work: Callable[[Document], object] = check) -> float:
    """The best of three: other work on the machine only adds."""
    best = float("inf")
    for _ in range(3):
        start = time.perf_counter()
        for _ in range(rounds):
            for document in found:
                work(document)
        best = min(best, (time.perf_counter() - start) * 1000 / (rounds * len(found)))
    return best


def large(rows: int) -> Document:
    """A card with many different papers, laws, processes and inquiries."""
    numbers = range(rows)
    card = Card(
        title="صدور گواهینامه",
        documents=[f"گواهی شماره {number}" for number in numbers],
        laws=[f"قانون شماره {number}" for number in numbers],
        processes=[f"بررسی مرحله {number}" for number in numbers],
        external_inquiries=[
            ExternalInquiry(agency="سازمان ثبت احوال کشور", fields=f"کد {number}") for number in numbers
        ],
    )
    return Document(kind="service_card", card=card, source=Source(name="large", media_type="text/plain"))


def main() -> int:
    """Status 1 when the cards of the folder cost more than the budgets."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "khedmat/site/samples/forms"
    found = documents(folder)
    first = time.perf_counter()
    check(found[0])
    cold = (time.perf_counter() - first) * 1000
    print(f"{len(RULES)} rules, {len(found)} forms; first check, with the word lists, {cold:.0f} ms")
    spent = milliseconds(found, 20)
    print(f"{spent:.2f} ms a card (budget {BUDGET_MS})")
    whole = milliseconds(found, 20, shown)
    worst = max(milliseconds([document], 20, shown) for document in found)
    print(f"{whole:.2f} ms with score and fixes, {worst:.2f} ms for the slowest card (budget {SHOWN_BUDGET_MS})")
    for size in SIZES:
        print(f"{size:5} rows of each kind: {milliseconds([large(size)], 1):8.1f} ms")
    return int(spent > BUDGET_MS or worst > SHOWN_BUDGET_MS)


if __name__ == "__main__":
    sys.exit(main())
