"""HTML of long lists is written as Django writes it, and addresses of rows are those of the routes."""

import pytest
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy
from hypothesis import given
from hypothesis import strategies as some

from khedmat.web.addresses import address
from khedmat.web.written import joined, written

WORDS = some.text("ابپ <>&\"'{}\n۱a", max_size=6)
SAID = WORDS | WORDS.map(mark_safe) | WORDS.filter(bool).map(gettext_lazy) | some.integers() | some.none()


@given(said=some.lists(SAID, min_size=2, max_size=2))
def test_a_pattern_is_filled_as_django_fills_it(said):
    ours = written('<a href="{}">{}</a>', *said)

    assert ours == format_html('<a href="{}">{}</a>', *said)
    assert written("{}", ours) == ours


@given(parts=some.lists(SAID, max_size=4))
def test_pieces_are_joined_as_django_joins_them(parts):
    assert joined(parts, " · ") == format_html_join(" · ", "{}", ((part,) for part in parts))


@pytest.mark.parametrize(
    ("view", "key", "parts"),
    [
        ("web:service", 7, ()),
        ("web:desk-version", 53_007, ()),
        ("web:desk-edit", 12, ("specification",)),
        ("web:agency", "bench-3", ()),
        ("web:portal", "moi_2", ()),
    ],
)
def test_an_address_is_that_of_the_route(view, key, parts):
    assert address(view, key, *parts) == reverse(view, args=[key, *parts])
