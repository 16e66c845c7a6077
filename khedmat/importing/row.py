"""One line of a plan."""

from dataclasses import dataclass, field
from pathlib import Path

from khedmat.importing.enums import What

Mark = tuple[int | str, ...]


@dataclass(frozen=True)
class Row:
    """One document: what would be done, and why. `marks` tell its service from others of the batch."""

    path: Path
    what: What
    reason: str = ""
    kind: str | None = None
    title: str = ""
    agency: str = ""
    service: int | None = None
    changed: tuple[str, ...] = ()
    findings: dict[str, int] = field(default_factory=dict)
    part: int = 0
    file_sha256: str = ""
    digest: str = ""
    owner: int | None = None
    replaces: int | None = None
    marks: frozenset[Mark] = frozenset()

    @property
    def writes(self) -> bool:
        return self.what in (What.ADD, What.CHANGE)
