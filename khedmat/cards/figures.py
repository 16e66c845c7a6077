"""Figures of the whole registry: counted once, and again only after something was decided."""

from khedmat.cards.models import (
    Confirmation,
    DocumentWay,
    GivenId,
    LinkCheck,
    PortalCheck,
    ServiceCount,
    StageChange,
    TitleChange,
)
from khedmat.core.logged import Logged

FIGURES = Logged(  # what is counted changes with a row in one of them
    StageChange, GivenId, TitleChange, Confirmation, LinkCheck, PortalCheck, DocumentWay, ServiceCount
)
figure = FIGURES.get
