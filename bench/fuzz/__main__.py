"""Reads malformed files and counts how they came out. Run: python -m bench.fuzz [COUNT] [SEED].

Seconds are those of the processor, so a busy machine blames no file; interrupted it tells of what it read so far.
Files that LibreOffice opens and pictures that Tesseract reads are told apart: they take seconds and have other limits.
Exit status 1 where one misbehaved: an error, too long, too large, a call outside.
"""

import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from typing import NamedTuple

from bench.fuzz import watch
from bench.fuzz.cases import cases

SHOWN = 8


class Limits(NamedTuple):
    program: str
    seconds: float
    megabytes: float


LIMITS = (Limits("", 2.0, 300.0), Limits("LibreOffice", 30.0, 1024.0), Limits("Tesseract", 30.0, 1024.0))


def main(arguments: Sequence[str]) -> int:
    """The exit status."""
    count, seed = (int(given) for given in (*arguments, *("10000", "1393")[len(arguments) :]))
    found: list[tuple[watch.Outcome, tuple[str, ...]]] = []
    with tempfile.TemporaryDirectory() as folder, suppress(KeyboardInterrupt):
        watch.begin(folder)
        for case in cases(count, seed):
            found.append(watch.judged(case))
    outcomes = [outcome for outcome, _reached in found]
    reached = [step for _outcome, steps in found for step in steps]
    print(f"{len(outcomes)} files of {count}, seed {seed}")
    bad = sum(_told(limits, [one for one in outcomes if one.program == limits.program]) for limits in LIMITS)
    print(f"reached outside: {len(reached)}", *(f"\n  {step}" for step in reached[:SHOWN]))
    return int(bool(bad or reached))


def _told(limits: Limits, outcomes: Sequence[watch.Outcome]) -> int:
    """How many misbehaved."""
    kinds = Counter(one.how if one.how in ("refused", "read") else "error" for one in outcomes)
    print(f"{limits.program or 'by ourselves'}: {len(outcomes)} files: {dict(kinds)}")
    for one in sorted(outcomes, key=lambda one: -one.seconds)[:SHOWN]:
        print(f"  {one.seconds:6.2f} s ({one.clock:.2f} on the clock) {one.peak:6.0f} MB  {one.how:24} {one.name}")
    print(f"  largest: {max((one.peak for one in outcomes), default=0):.0f} MB")
    faults = [one for one in outcomes if one.how not in ("refused", "read")]
    slow = [one for one in outcomes if one.seconds > limits.seconds]
    large = [one for one in outcomes if one.peak > limits.megabytes]
    for title, bad in (
        ("errors", faults),
        (f"over {limits.seconds:g} s", slow),
        (f"over {limits.megabytes:g} MB", large),
    ):
        print(f"  {title}: {len(bad)}", *(f"\n    {one}" for one in bad[:SHOWN]))
    return len(faults) + len(slow) + len(large)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
