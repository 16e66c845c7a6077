"""The boxes of a page: what is seen in each, and which link belongs to it."""

from khedmat.embedding.portal.expected import Sighting

SEVERAL = 2  # of services in one box: none of its links is anybody's own


class Box:
    """A block of a page. `names`: the services seen in it and below, of which no more than two are kept."""

    __slots__ = ("above", "anchor", "link", "names", "seen", "text")

    def __init__(self, above: "Box | None" = None) -> None:
        self.above = above
        self.text: list[str] = []
        self.anchor = ""  # the link inside which the text stands
        self.link = ""  # the first one of the box
        self.names: set[str] = set()
        self.seen: list[Sighting] = []

    def add(self, sighting: Sighting) -> None:
        self.seen.append(sighting._replace(link=sighting.link or self.anchor))
        self._name(sighting.key)

    def close(self) -> None:
        """What a box holds, the one around it holds too."""
        if self.above is not None:
            self.above.link = self.above.link or self.link
            for name in self.names:
                self.above._name(name)

    def link_of(self, sighting: Sighting) -> str:
        """Its own; else that of the nearest box in which no other service stands."""
        here: Box | None = self
        while not sighting.link and here is not None and len(here.names) < SEVERAL:
            if here.link:
                return here.link
            here = here.above
        return sighting.link

    def _name(self, key: str) -> None:
        if len(self.names) < SEVERAL:
            self.names.add(key)


def linked(boxes: list[Box]) -> list[Sighting]:
    """All that was seen, in the order of the page, with the links."""
    return [one._replace(link=box.link_of(one)) for box in boxes for one in box.seen]
