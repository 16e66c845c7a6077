"""Lists that ship with the program: one entry a line, `#` for remarks."""

from pathlib import Path


def entries(path: Path) -> list[str]:
    """The lines that say something, as written."""
    return list(filter(_is_entry, path.read_text(encoding="utf-8").splitlines()))


def _is_entry(line: str) -> bool:
    return not line.startswith("#") and bool(line.strip())
