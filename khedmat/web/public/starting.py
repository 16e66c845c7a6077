"""Where to begin: which button to press, and where to go when there is none."""

from typing import NamedTuple

from django.utils.translation import gettext as _

from khedmat.cards import form
from khedmat.cards.vocabulary import labels
from khedmat.web.journey import doors

ONLINE = frozenset({"website", "mobile_app", "intranet"})


class Way(NamedTuple):
    """A way to begin: its picture, what to do, and the address to press where there is one."""

    icon: str
    text: str
    href: str = ""


def ways(card: form.Card, link: str) -> list[Way]:
    """`link`: the address of the card, when it is one of the web. Nothing where the card does not say."""
    request = card.stages.request
    channels = [_by_channel(code, text, link) for code, text in doors(request)] if request.electronic else []
    online = [Way("website", _("از نشانی خدمت"), link)] if request.electronic and link else []
    pressed = any(way.href for way in channels)
    return [*channels, *(online if not pressed else []), *(_in_person(request) if request.non_electronic else [])]


def _by_channel(code: str, text: str, link: str) -> Way:
    return Way(code, text, link if code in ONLINE else "")


def _in_person(request: form.StageAccess) -> list[Way]:
    places = "، ".join(labels("visit_level", request.visit_levels))
    where = _("حضوری، در ادارهٔ %(places)s دستگاه") % {"places": places} if places else _("حضوری، در دستگاه")
    return [Way("in_person", where)]
