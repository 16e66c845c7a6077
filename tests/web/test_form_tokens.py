"""A form in a part of a page carries the token against forgery: a part included alone gets only what it is given."""

import re
from pathlib import Path

import pytest
from django.test import Client

from tests.factories.people import OrganizationFactory, person
from tests.factories.tokens import a_token

TEMPLATES = Path("khedmat/web/templates")
INCLUDED = re.compile(r'{% include "([^"]+)"([^%]*)%}')
TEXTS = {str(path.relative_to(TEMPLATES)): path.read_text() for path in TEMPLATES.rglob("*.html")}


def _with_forms():
    """Parts that hold a form, or include one that does."""
    found = {name for name, text in TEXTS.items() if "{% csrf_token %}" in text}
    while True:
        more = {name for name, text in TEXTS.items() if {part for part, _ in INCLUDED.findall(text)} & found} - found
        if not more:
            return found
        found |= more


def test_every_part_with_a_form_is_given_the_token():
    forms = _with_forms()
    alone = [
        (name, part, given)
        for name, text in TEXTS.items()
        for part, given in INCLUDED.findall(text)
        if part in forms and given.split()[-1:] == ["only"]
    ]

    assert len(alone) > 5
    assert [(name, part) for name, part, given in alone if "csrf_token=csrf_token" not in given] == []


@pytest.mark.django_db
def test_a_token_is_revoked_by_the_form_that_the_page_shows():
    author = person("author", office := OrganizationFactory())
    token, _ = a_token(office, by=author)
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(author)
    page = browser.get("/desk/tokens/").content.decode()

    asked = pressed(browser, f"/desk/tokens/{token.pk}/revoke/", page)
    answer = pressed(browser, f"/desk/tokens/{token.pk}/revoke/", asked.content.decode())

    assert (asked.status_code, answer.status_code) == (200, 302)
    token.refresh_from_db()
    assert token.revoked_at


def pressed(browser, address, page):
    """With what the form of the page holds, as a browser sends it."""
    (form,) = re.findall(rf'<form method="post" action="{address}">(.*?)</form>', page, re.DOTALL)
    return browser.post(address, dict(re.findall(r'name="(\w+)" value="([^"]*)"', form)))
