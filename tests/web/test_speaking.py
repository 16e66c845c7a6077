"""Words of the interface are looked up once, and every thread knows its language."""

import pytest
from django.http import HttpResponse
from django.utils.translation import deactivate_all, get_language, gettext, trans_real

from khedmat.web.speaking import LanguageMiddleware


@pytest.mark.parametrize("message", ["This field is required.", "عنوان خدمت", "%(n)s روز"])
def test_a_word_is_what_django_says_and_is_looked_up_once(message):
    language = trans_real.translation("fa")
    unkept = language.gettext.__wrapped__(message)
    said = gettext(message)
    looked_up = language.gettext.cache_info().misses

    assert said == unkept == gettext(message)
    assert language.gettext.cache_info().misses == looked_up


def test_a_thread_that_no_language_was_said_to_speaks_persian(rf):
    deactivate_all()

    answer = LanguageMiddleware(lambda _request: HttpResponse(get_language()))(rf.get("/"))

    assert answer.content == b"fa"
