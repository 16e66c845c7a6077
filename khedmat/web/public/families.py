"""A main service with its sub-services, and the titles that one ID has borne."""

from collections.abc import Iterable
from datetime import datetime
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from khedmat.cards.models import ServiceVersion
from khedmat.cards.models.identity import MAIN
from khedmat.core.asked import Asked, Given

_relatives = Asked(
    lambda: (
        ServiceVersion.objects.published()
        .of_main(Given("main"))
        .exclude(service=Given("service"))
        .values_list("service", "service__code", "title")
    )
)


class Relative(NamedTuple):
    """Another service of the family, as its card calls it."""

    pk: int
    code: str
    title: str

    @property
    def is_main(self) -> bool:
        return self.code.endswith(MAIN)


class Titled(NamedTuple):
    """A title, since when it stood on the published card and until when; None: it still does."""

    title: str
    since: datetime
    until: datetime | None


def relatives(version: ServiceVersion) -> list[Relative]:
    """The published cards of the family but this one, the main service first; no question where there is no ID."""
    code = version.service.code
    rows = _relatives(main=code[4:8], service=version.service_id) if code else ()
    return [Relative(*row) for row in rows]


def titles(versions: Iterable[ServiceVersion]) -> list[Titled]:
    """Of public versions in the order of their numbers: the same title twice in a row is one; the newest first."""
    told = [list(same) for _title, same in groupby(versions, key=attrgetter("title"))]
    return [Titled(same[0].title, same[0].published_at, same[-1].replaced_at) for same in reversed(told)]
