"""Writes filled forms with their answers.

Run: python -m bench.generate FOLDER [--count N] [--seed S] [--container …] [--damage …]
"""

import argparse
import json
from itertools import cycle
from pathlib import Path

from bench.forms.making import CONTAINERS, DAMAGES, Form, damages_of, form


def forms(seeds: range, container: str, damage: str) -> list[Form]:
    """One for each seed. `damage`: a kind, «all» for every kind in turn, or none."""
    kinds = damages_of(container) if damage == "all" else (damage,)
    return [form(seed, container, kind) for seed, kind in zip(seeds, cycle(kinds), strict=False)]


def write(made: Form, folder: Path, number: int) -> None:
    """The form and, beside it, its answers."""
    stem = f"{number:05}_{made.edition}_{made.damage or 'clean'}".replace(" ", "-")
    (folder / f"{stem}.{made.ending}").write_bytes(made.data)
    gold = {"layout": made.layout, "answers": made.answers}
    (folder / f"{stem}.gold.json").write_text(json.dumps(gold, ensure_ascii=False, indent=1), "utf-8")


def main() -> None:
    """Numbers go on from container to container."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--container", choices=CONTAINERS, action="append")
    parser.add_argument("--damage", choices=("", "all", *DAMAGES), default="")
    chosen = parser.parse_args()
    chosen.folder.mkdir(parents=True, exist_ok=True)
    number = 0
    for container in chosen.container or CONTAINERS:
        for made in forms(range(chosen.seed, chosen.seed + chosen.count), container, chosen.damage):
            number += 1
            write(made, chosen.folder, number)


if __name__ == "__main__":
    main()
