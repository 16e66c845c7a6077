"""How long anybody may keep what everybody may read: one sentence for pages, data and API."""

from typing import Any

from django.utils.cache import patch_cache_control

ELSEWHERE = 10  # seconds in a cache in front of us, which hears of no publication
A_DAY = 86_400
REPEATED = "khedmat.repeated"  # of a question: how often its last answer was given again from memory
HAD, MADE_OF = "khedmat.had", "khedmat.made_of"  # of a question: what the kept answer, and the one of now, is made of


def may_be_kept(response: Any) -> None:
    """Browsers ask each time, a cache in front after ten seconds; it may stand in for us through a day of outage."""
    patch_cache_control(response, public=True, max_age=0, s_maxage=ELSEWHERE, stale_if_error=A_DAY)
