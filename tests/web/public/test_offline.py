"""The worker that keeps pages, and the page that lists them."""

import re

import pytest
from django.contrib.staticfiles import finders

pytestmark = pytest.mark.django_db


def test_the_worker_is_a_script_of_the_root_that_any_cache_may_keep(client):
    response = client.get("/sw.js")

    assert response["Content-Type"].startswith("text/javascript")
    assert "s-maxage=10" in response["Cache-Control"]
    assert not response.cookies


def test_every_file_that_the_worker_needs_is_there(client):
    named = re.findall(r'"/static/([^"]+)"', client.get("/sw.js").content.decode())

    assert len(named) >= 6
    assert [name for name in named if finders.find(name) is None] == []


def test_every_page_asks_for_the_worker_and_lets_it_work(client):
    response = client.get("/offline/")

    assert "offline.js" in response.content.decode()
    assert "worker-src 'self'" in response["Content-Security-Policy"]
    assert "noindex" in response.content.decode()


def test_the_page_of_kept_pages_says_browser_for_here_a_device_and_an_agency_are_one_word(client):
    said = client.get("/offline/").content.decode()

    assert "در این مرورگر مانده است" in said
    assert "صفحه‌های مانده در مرورگر" in said
    assert re.findall("(?:این|همین|روی) دستگاه", said) == []
