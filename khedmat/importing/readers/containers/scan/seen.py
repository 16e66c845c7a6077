"""A page as it was seen in a picture."""

from typing import NamedTuple

from khedmat.importing.readers.containers.geometry import PageSize
from khedmat.importing.readers.containers.layout import Page


class Seen(NamedTuple):
    """A page, and by how many degrees against the clock it leans in its picture."""

    page: Page
    leaned: float = 0.0


UNSEEN = Seen(Page(PageSize(0.0, 0.0), (), ()))
