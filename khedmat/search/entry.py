"""What the index knows of a service. Pure."""

from typing import NamedTuple


class Entry(NamedTuple):
    """A published service as it is searched. `facets` are what results are narrowed by, by name."""

    key: int
    title: str
    number: str = ""
    agency: str = ""
    parent: str = ""
    description: str = ""
    names: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()
    laws: tuple[str, ...] = ()
    permits: tuple[str, ...] = ()
    audience: str = ""
    facets: dict[str, tuple[str, ...]] = {}
