"""What some texts say of the options of some groups."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from khedmat.importing.readers.option_table import OPTIONS
from khedmat.importing.readers.options.tokens import Name, Option

LONGEST_WRITTEN = 8  # options; so many joined by commas are the printed list, not an answer
_STRENGTH = (None, False, True)


@dataclass
class Reading:
    """`ticked[(group, value)]` is True, False (empty box) or None (no mark)."""

    ticked: dict[Name, bool | None] = field(default_factory=dict)
    ambiguous: set[str] = field(default_factory=set)
    separated: set[str] = field(default_factory=set)
    other_text: dict[str, str] = field(default_factory=dict)

    def mark(self, options: Iterable[Option], ticked: bool) -> None:
        """A tick is never taken back by an empty box elsewhere."""
        for option in options:
            self.ticked[option.name] = self.ticked.get(option.name) or ticked

    def join(self, other: "Reading") -> None:
        """Adds what another text says; the first other text of a group stays."""
        for name, tick in other.ticked.items():
            self.ticked[name] = max(self.ticked.get(name), tick, key=_STRENGTH.index)
        self.ambiguous |= other.ambiguous
        self.separated |= other.separated
        self.other_text = {**self.other_text, **other.other_text, **self.other_text}

    def of(self, group: str) -> dict[str, bool | None]:
        """value → tick of one group, in the order of the form."""
        return {value: self.ticked[group, value] for value in OPTIONS[group] if (group, value) in self.ticked}

    def decide(self, group: str) -> tuple[list[str], bool]:
        """(values, undecided). No value and not undecided: the form does not say."""
        found = self.of(group)
        if group in self.ambiguous:
            return [], True
        if set(found.values()) - {None}:
            return list(filter(found.get, found)), False
        return (list(found), False) if self._is_answer(group, len(found)) else ([], True)

    def _is_answer(self, group: str, options: int) -> bool:
        """Options without any mark: one alone, or a few that somebody joined, were written by hand."""
        return options <= 1 or group in self.separated and options < LONGEST_WRITTEN
