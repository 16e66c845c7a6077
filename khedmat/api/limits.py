"""How often somebody may ask: counted for all processes together, as the pages count, and said in every answer."""

import math
import time
from typing import Any, NamedTuple

from allauth.account import app_settings
from allauth.core.internal.ratelimit import Rate, consume, get_cache_key, parse_rate
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse

from khedmat.api.refusals import TOO_MANY, Refused

APP = "allauth.account"


class Limit(NamedTuple):
    """An entry of ACCOUNT_RATE_LIMITS."""

    action: str

    @property
    def rate(self) -> Rate:
        return parse_rate(app_settings.RATE_LIMITS[self.action])


class Standing(NamedTuple):
    """What is left of a limit, and in how many seconds the next question is free."""

    limit: Limit
    left: int
    seconds: int


TOKEN, STRANGER, FEEDBACK = Limit("agency_token"), Limit("bad_token"), Limit("feedback")
VALIDATE = Limit("validate")


def consumed(request: HttpRequest, limit: Limit, *, key: str | None = None) -> None:
    """One question more; Refused 429 with the seconds to wait. The answer will say what is left."""
    allowed = consume(request, app=APP, action=limit.action, key=key, limit_get=True)
    request.limit_standing = standing = _standing(request, limit, key)
    if allowed is None:
        raise Refused(429, TOO_MANY.about(seconds=standing.seconds), Retry_After=str(standing.seconds))


def _standing(request: HttpRequest, limit: Limit, key: str | None) -> Standing:
    """`left`: of the window that slides; `seconds`: until the oldest question falls out of it."""
    rate = limit.rate
    place = get_cache_key(request, app=APP, action=limit.action, rate=rate, key=key)
    asked: list[float] = cache.get(place, [])
    oldest = asked[-1] if asked else time.time()
    seconds = max(1, math.ceil(oldest + rate.duration - time.time()))
    return Standing(limit, max(0, rate.amount - len(asked)), seconds)


def say_limits(request: HttpRequest, response: HttpResponse) -> None:
    """RateLimit and RateLimit-Policy (draft-ietf-httpapi-ratelimit-headers-10), where something was counted."""
    standing: Any = getattr(request, "limit_standing", None)
    if standing:
        name, rate = standing.limit.action, standing.limit.rate
        response["RateLimit-Policy"] = f'"{name}";q={rate.amount};w={int(rate.duration)}'
        response["RateLimit"] = f'"{name}";r={standing.left};t={standing.seconds}'
