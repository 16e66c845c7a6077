"""Every page of the account in our own look: whatever state it is in, nothing of allauth's raw pages is reached."""

import re
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

import khedmat
from khedmat.web.account.urls import urlpatterns
from tests.web.account.conftest import SECRET

OURS = str(Path(khedmat.__file__).parent)
DJANGO_S = re.compile(r"django/forms/")
SECOND = "/account/second-factor/"
OWN = ["/account/", "/account/notices/", "/account/password/", "/account/sessions/", "/account/logout/"]
BEFORE = [*OWN, "/account/reauthenticate/"]
WITH = [SECOND, f"{SECOND}deactivate/", f"{SECOND}codes/", f"{SECOND}codes/new/", f"{SECOND}reauthenticate/"]
CLOSED = ["/account/signup/", "/account/reset/", "/account/closed/", "/account/login/"]


@pytest.fixture
def person(sara, enter):
    """Signed in, and trusted with grave things."""
    client = enter("sara")
    client.post("/account/reauthenticate/", {"password": SECRET})
    return client


@pytest.fixture
def protected(person, telephone):
    telephone.scan(person.get(f"{SECOND}activate/").content.decode())
    person.post(f"{SECOND}activate/", {"code": telephone.code()})
    return person


def demand_ours(response):
    """Our templates, our language, a name for every box, nothing that the policy of the page would stop."""
    assert response.status_code == 200
    used = {template.origin.name for template in response.templates if template.origin.name != "<unknown source>"}
    assert [name for name in used if not name.startswith(OURS) and not DJANGO_S.search(name)] == []
    tree = LexborHTMLParser(response.content.decode())
    boxes = {node.attributes["id"] for node in tree.css("input:not([type=hidden]), select, textarea")}
    labels = {node.attributes["for"] for node in tree.css("label")}
    assert len(tree.css("h1")) == 1
    assert boxes == labels
    assert tree.css("[style], style, [onclick]") == []
    words = [word for word in tree.css_first("main").text(separator=" ").split() if re.fullmatch("[A-Z][a-z]+", word)]
    assert words == []


@pytest.mark.parametrize("address", [*BEFORE, SECOND, f"{SECOND}activate/"])
def test_pages_before_the_second_factor_are_ours(person, address):
    demand_ours(person.get(address))


@pytest.mark.parametrize("address", [*BEFORE, *WITH])
def test_pages_with_the_second_factor_are_ours(protected, address):
    demand_ours(protected.get(address))


@pytest.mark.parametrize("address", CLOSED)
@pytest.mark.django_db
def test_pages_before_the_door_are_ours(client, address):
    demand_ours(client.get(address))


def test_the_page_of_the_second_step_is_ours(protected, client):
    client.post("/account/login/", {"login": "sara", "password": SECRET})

    demand_ours(client.get(f"{SECOND}authenticate/"))


def test_no_address_of_allauth_is_left_out_of_these_tests():
    tested = {*BEFORE, *WITH, *CLOSED, f"{SECOND}activate/", f"{SECOND}authenticate/", f"{SECOND}codes/file/"}

    routes = {f"/account/{pattern.pattern}" for pattern in urlpatterns if "end/" not in str(pattern.pattern)}
    inner = {f"{SECOND}{child.pattern}" for pattern in urlpatterns for child in getattr(pattern, "url_patterns", [])}
    assert routes | inner == tested


@pytest.mark.parametrize("address", [*BEFORE, *WITH])
def test_what_is_one_s_own_is_kept_by_no_cache(protected, address):
    assert "no-store" in protected.get(address)["Cache-Control"]
