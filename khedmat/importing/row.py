"""One line of a plan."""

from dataclasses import dataclass, field, replace
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
    code: str = ""
    agency: str = ""
    service: int | None = None
    changed: tuple[str, ...] = ()
    findings: dict[str, int] = field(default_factory=dict)
    doubts: int = 0
    part: int = 0
    file_sha256: str = ""
    digest: str = ""
    owner: int | None = None
    replaces: int | None = None
    marks: frozenset[Mark] = frozenset()
    packed: bytes = field(default=b"", repr=False, compare=False)

    @property
    def writes(self) -> bool:
        return self.what in (What.ADD, What.CHANGE)

    @property
    def is_refused(self) -> bool:
        return self.what == What.REFUSE

    @property
    def target(self) -> tuple[What, int | None, int | None, int | None]:
        """What is done to which thing of whom: what must still hold when it is written."""
        return self.what, self.service, self.replaces, self.owner

    def refused(self, reason: object) -> "Row":
        return replace(self, what=What.REFUSE, reason=str(reason))
