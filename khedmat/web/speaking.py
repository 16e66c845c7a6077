"""Words of the interface: to look one up in all catalogues of a language, each time anew, was a tenth of a page."""

from collections.abc import Callable
from functools import lru_cache

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import activate, trans_real

MOST_WORDS = 10_000


def keep_words() -> None:
    """What a language says for a message is remembered by each process."""
    language = trans_real.translation(settings.LANGUAGE_CODE)
    language.gettext = lru_cache(MOST_WORDS)(language.gettext)


class LanguageMiddleware:
    """Says the language of a thread: to find that nobody has said it costs more than the word."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        activate(settings.LANGUAGE_CODE)
        return self.get_response(request)
