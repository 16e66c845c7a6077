"""Main services and their sub-services by the digits of their IDs."""

from dataclasses import dataclass, field

from khedmat.importing.readers.values import service_ids


@dataclass
class Families:
    """The main services that were met so far, and the last of them."""

    main: str | None = None
    mains: dict[str, str] = field(default_factory=dict)

    def parent(self, code: str | None) -> str | None:
        """The main service of the same family (CCCC); else the main service it is printed under."""
        if code is None:
            return None
        family = code[4:8]
        if service_ids.is_main(code):
            self.main = code
            self.mains.setdefault(family, code)
            return None
        return self.mains.get(family, self.main)
