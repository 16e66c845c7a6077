"""How the reader does on generated forms: found, false and unflagged wrong by container, edition, damage and field.

Run: python -m bench.generated [--count N] [--seed S] [--container …] [--damage …] [--show N]
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from bench.forms.judging import Verdict, verdicts
from bench.forms.making import CONTAINERS, DAMAGES, Form
from bench.generate import forms
from khedmat.cards.form import as_contract
from khedmat.importing.readers.reading import read_bytes

FEWEST = 20  # paths of a row that is worth a line


class Judged(NamedTuple):
    """A path of a form."""

    form: Form
    verdict: Verdict


def judged(made: Iterable[Form]) -> Iterator[Judged]:
    """Every path of every form."""
    for form in made:
        contract = as_contract(read_bytes(form.data, f"form.{form.ending}")[0], trace=True)
        for verdict in verdicts(contract, form.answers):
            yield Judged(form, verdict)


def line(name: str, rows: list[Judged]) -> str:
    """Shares of a row of the report."""
    count = Counter(row.verdict.outcome for row in rows)
    answered = [row for row in rows if row.verdict.answered]
    found = sum(row.verdict.outcome == "right" for row in answered) / (len(answered) or 1)
    silent = sum(row.verdict.outcome == "false" and not row.verdict.flagged for row in rows) / len(rows)
    return (
        f"{name:34} {len(rows):7} right {count['right'] / len(rows):8.3%} found {found:8.3%} "
        f"false {count['false'] / len(rows):7.3%} unflagged {silent:7.3%}"
    )


def report(rows: list[Judged]) -> Iterator[str]:
    """The whole, then by each view, the worst first."""
    yield line("all", rows)
    views = {
        "container": lambda row: row.form.ending,
        "edition": lambda row: row.form.edition,
        "damage": lambda row: row.form.damage or "clean",
        "layout": lambda row: f"{row.form.ending} {row.form.layout}",
        "field": lambda row: ".".join(part for part in row.verdict.path.split(".") if not part.isdigit()),
    }
    for view, name in views.items():
        parts = defaultdict(list)
        for row in rows:
            parts[name(row)].append(row)
        yield f"by {view}"
        yield from (line(f"  {part}", own) for part, own in sorted(parts.items(), key=lambda part: _share(part[1])))


def _share(rows: list[Judged]) -> float:
    return sum(row.verdict.outcome == "right" for row in rows) / len(rows)


def wrong(rows: Iterable[Judged]) -> Iterator[str]:
    """A line for each path that went wrong."""
    for row in rows:
        if row.verdict.outcome != "right":
            flag = "" if row.verdict.outcome == "missed" or row.verdict.flagged else " UNFLAGGED"
            form = row.form
            where = (
                f"{form.ending} {form.seed} {form.edition}/{form.layout}/{form.damage or 'clean'} {row.verdict.path}"
            )
            yield f"{where}: {row.verdict.outcome}{flag} {row.verdict.got!r:.90} instead of {row.verdict.wanted!r:.90}"


def main() -> None:
    """Prints; judges nothing."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--container", choices=CONTAINERS, action="append")
    parser.add_argument("--damage", choices=("", "all", *DAMAGES), default="")
    parser.add_argument("--show", type=int, default=0)
    chosen = parser.parse_args()
    made = [
        form
        for container in chosen.container or CONTAINERS
        for form in forms(range(chosen.seed, chosen.seed + chosen.count), container, chosen.damage)
    ]
    rows = list(judged(made))
    print("\n".join(report(rows)))
    print("\n".join(list(wrong(rows))[: chosen.show]))


if __name__ == "__main__":
    main()
