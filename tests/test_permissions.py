"""Every address, every role, every method: one table of what each of them is answered."""

from types import SimpleNamespace

import pytest
from django.test import Client
from django.urls import get_resolver, resolve

from khedmat.cards.rules.engine import RULES_VERSION
from khedmat.importing.uploads import Given, take
from tests.factories.cards import NOW, VersionFactory
from tests.factories.people import OrganizationFactory, UserFactory, centre, person
from tests.importing.paper import card_text

pytestmark = pytest.mark.django_db
AT_HOME = ["reader", "author", "approver"]
ELSEWHERE = ["other reader", "other author", "other approver", "other reviewer", "other publisher", "nobody"]
CENTRE = ["reviewer", "publisher"]
ROLES = ["anonymous", *AT_HOME, *CENTRE, *ELSEWHERE]

OPEN = dict.fromkeys(ROLES, 200)
SIGNED_IN = OPEN | {"anonymous": 302}
INSIDE = SIGNED_IN | dict.fromkeys(ELSEWHERE, 404)
OF_THE_OFFICE = INSIDE | dict.fromkeys(CENTRE, 404)
TO_ITS_OFFICE = dict.fromkeys(ROLES, 404) | dict.fromkeys(["anonymous", *AT_HOME], 302)
GONE = dict.fromkeys(ROLES, 404)
# What GET is answered; HEAD is answered alike, and anything but POST of the last two tables is refused.
READ = {
    "/": OPEN,
    "/services/": OPEN,
    "/services/{published}/": OPEN,
    "/services/{published}/card/": OPEN,
    "/services/{published}/versions/1/": OPEN,
    "/services/{drafted}/": GONE,
    "/services/{drafted}/card/": GONE,
    "/services/{drafted}/versions/1/": GONE,
    "/services/999999/": GONE,
    "/search/": OPEN,
    "/agencies/": OPEN,
    "/agencies/home/": OPEN,
    "/agencies/nowhere/": GONE,
    "/permits/": OPEN,
    "/guide/": OPEN,
    "/guide/form/": OPEN,
    "/api/": OPEN,
    "/health/": OPEN,
    "/account/signup/": OPEN,
    "/account/reset/": OPEN,
    "/account/closed/": OPEN,
    "/account/sessions/": SIGNED_IN,
    "/account/second-factor/": SIGNED_IN,
    "/account/second-factor/codes/": GONE | {"anonymous": 302},
    "/account/second-factor/codes/file/": GONE | {"anonymous": 302},
    "/desk/people/": SIGNED_IN,
    "/desk/": SIGNED_IN,
    "/desk/components/": SIGNED_IN,
    "/desk/versions/{draft}/": OF_THE_OFFICE,
    "/desk/versions/{draft}/source/": OF_THE_OFFICE,
    "/desk/versions/{draft}/card/": OF_THE_OFFICE,
    "/desk/versions/{draft}/history/": OF_THE_OFFICE,
    "/desk/versions/{version}/": INSIDE,
    "/desk/versions/{version}/card/": INSIDE,
    "/desk/versions/{version}/history/": INSIDE,
    "/desk/versions/{version}/source/": GONE | {"anonymous": 302},
    "/desk/versions/999999/": GONE | {"anonymous": 302},
}
# What POST is answered where it is taken: 302 also carries a refusal in words back to the page.
POSTED = {
    "/desk/versions/{draft}/submit/": TO_ITS_OFFICE,
    "/desk/versions/{draft}/approve/": TO_ITS_OFFICE,
    "/desk/versions/{draft}/publish/": TO_ITS_OFFICE,
    "/desk/services/{published}/redraft/": INSIDE | dict.fromkeys([*AT_HOME, *CENTRE], 302),
    "/desk/services/{drafted}/redraft/": TO_ITS_OFFICE,
    "/desk/services/999999/redraft/": GONE | {"anonymous": 302},
    "/account/sessions/999999/end/": GONE | {"anonymous": 302},
    "/account/sessions/others/end/": dict.fromkeys(ROLES, 302),
    "/desk/versions/{draft}/burn/": GONE | {"anonymous": 302},
    "/desk/versions/999999/submit/": GONE | {"anonymous": 302},
}
# Forms: what GET is answered; 302 leads to signing in, or to saying the password again.
ASKED = {
    "/desk/import/": SIGNED_IN,
    "/desk/import/{upload}/": OF_THE_OFFICE,
    "/desk/import/999999/": GONE | {"anonymous": 302},
    "/desk/versions/{draft}/compare/{upload}/0/": OF_THE_OFFICE,
    "/desk/versions/{draft}/compare/{upload}/1/": GONE | {"anonymous": 302},
    "/desk/versions/{version}/compare/999999/0/": GONE | {"anonymous": 302},
    "/desk/versions/{draft}/edit/identity/": TO_ITS_OFFICE | {"author": 200},
    "/desk/versions/{draft}/edit/nowhere/": GONE | {"anonymous": 302},
    "/desk/versions/{version}/edit/identity/": INSIDE | dict.fromkeys([*AT_HOME, *CENTRE], 302),
    "/desk/versions/999999/edit/identity/": GONE | {"anonymous": 302},
    "/account/": SIGNED_IN,
    "/desk/new/": SIGNED_IN,
    "/account/password/": SIGNED_IN,
    "/account/reauthenticate/": SIGNED_IN,
    "/account/second-factor/reauthenticate/": dict.fromkeys(ROLES, 302),
    "/account/second-factor/authenticate/": dict.fromkeys(ROLES, 302),
    "/account/second-factor/activate/": dict.fromkeys(ROLES, 302),
    "/account/second-factor/deactivate/": GONE | {"anonymous": 302},
    "/account/second-factor/codes/new/": dict.fromkeys(ROLES, 302),
}
# Who may take which step, of a version that stands right before it.
STEPS = {
    "submit": ("draft", "submitted", {"author"}),
    "approve": ("submitted", "approved", {"approver"}),
    "publish": ("approved", "published", {"publisher"}),
}


@pytest.fixture
def world():
    home, elsewhere = OrganizationFactory(code="home"), OrganizationFactory(code="elsewhere")
    published = VersionFactory(service__owner=home, stage="published")
    upload = take(Given("card.txt", card_text().encode()), organization=home, by=published.created_by, at=NOW)
    draft = VersionFactory(service__owner=home, source_file=upload.file)
    names = {"published": published.service.pk, "version": published.pk, "drafted": draft.service.pk, "draft": draft.pk}
    names["upload"] = upload.pk
    return SimpleNamespace(home=home, elsewhere=elsewhere, draft=draft, names=names)


def enter(role, world):
    """A browser in which somebody of this role is signed in."""
    client = Client()
    kind = role.removeprefix("other ")
    agency = world.elsewhere if kind != role else centre() if role in CENTRE else world.home
    if role != "anonymous":
        client.force_login(UserFactory() if role == "nobody" else person(kind, agency))
    return client


@pytest.mark.parametrize("role", ROLES)
def test_reading_is_answered_as_the_table_says(world, role):
    client = enter(role, world)

    found = {route: client.get(route.format(**world.names)).status_code for route in READ}

    assert found == {route: answers[role] for route, answers in READ.items()}


@pytest.mark.parametrize("role", ROLES)
def test_head_is_answered_like_get_and_without_a_body(world, role):
    client = enter(role, world)

    answers = {route: client.head(route.format(**world.names)) for route in READ}

    assert {route: answer.status_code for route, answer in answers.items()} == {r: a[role] for r, a in READ.items()}
    assert not [route for route, answer in answers.items() if answer.content]


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "TRACE"])
@pytest.mark.parametrize("role", ROLES)
def test_pages_to_read_take_nothing_else(world, role, method):
    client = enter(role, world)

    refused = {route: client.generic(method, route.format(**world.names)).status_code for route in READ}

    assert {route: status for route, status in refused.items() if status != 405} == {}


@pytest.mark.parametrize("role", ROLES)
def test_moves_are_answered_as_the_table_says(world, role):
    client = enter(role, world)

    found = {route: client.post(route.format(**world.names)).status_code for route in POSTED}

    assert found == {route: answers[role] for route, answers in POSTED.items()}


@pytest.mark.parametrize("role", ROLES)
def test_forms_are_answered_as_the_table_says(world, role):
    client, methods = enter(role, world), ("PUT", "DELETE")
    routes = {route: route.format(**world.names) for route in ASKED}

    found = {route: client.get(address).status_code for route, address in routes.items()}

    assert found == {route: answers[role] for route, answers in ASKED.items()}
    assert {client.generic(method, address).status_code for address in routes.values() for method in methods} == {405}


def test_every_address_stands_in_the_table(world):
    """The account's entrances answer whoever comes, and have tests of their own."""
    known = {resolve(route.format(**world.names)).url_name for table in (READ, POSTED, ASKED) for route in table}
    names = {one.name for one in _addresses(get_resolver("khedmat.web.urls"))}

    assert names - known <= {"account_login", "account_logout"}


def _addresses(resolver):
    for one in resolver.url_patterns:
        yield from _addresses(one) if hasattr(one, "url_patterns") else [one]


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "PATCH", "DELETE"])
@pytest.mark.parametrize("role", ROLES)
def test_moves_are_posted_only(world, role, method):
    client = enter(role, world)

    assert {client.generic(method, route.format(**world.names)).status_code for route in POSTED} == {405}


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("step", STEPS)
def test_a_step_is_taken_by_its_role_and_by_nobody_else(world, step, role):
    before, after, may = STEPS[step]
    version = VersionFactory(service__owner=world.home, stage=before, checked_with=RULES_VERSION)

    enter(role, world).post(f"/desk/versions/{version.pk}/{step}/")

    version.refresh_from_db()
    assert version.stage == (after if role in may else before)


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("step", STEPS)
def test_the_button_of_a_step_is_shown_to_those_who_may_take_it(world, step, role):
    before, _, may = STEPS[step]
    version = VersionFactory(service__owner=world.home, stage=before)

    page = enter(role, world).get(f"/desk/versions/{version.pk}/").content.decode()

    assert (f"/{step}/" in page) == (role in may)


@pytest.mark.parametrize("role", [*ELSEWHERE, *CENTRE])
def test_asking_for_what_belongs_to_another_agency_is_kept_in_the_log(world, role, caplog):
    enter(role, world).get(f"/desk/versions/{world.draft.pk}/")

    assert f"asked for version {world.draft.pk} of another agency" in caplog.text


@pytest.mark.parametrize("role", AT_HOME + CENTRE)
def test_those_who_may_look_leave_no_warning(world, role, caplog):
    version = VersionFactory(service__owner=world.home, stage="submitted")

    enter(role, world).get(f"/desk/versions/{version.pk}/")

    assert "of another agency" not in caplog.text


@pytest.mark.parametrize("address", ["/services/999999/", "/desk/versions/999999/", "/agencies/nowhere/", "/nowhere/"])
def test_what_nobody_has_is_logged_as_not_found(world, address, caplog):
    response = enter("reader", world).get(address)

    assert response.status_code == 404
    assert f"Not Found: {address}" in caplog.text


@pytest.mark.parametrize("role", ROLES)
def test_no_answer_tells_a_hidden_version_from_one_that_does_not_exist(world, role):
    client = enter(role, world)

    hidden, missing = (client.get(f"/services/{pk}/") for pk in (world.names["drafted"], 999999))

    assert hidden.status_code == missing.status_code
    assert hidden.content == missing.content


@pytest.mark.parametrize("role", ["author", "approver", "publisher"])
def test_a_membership_that_has_ended_opens_nothing(world, role):
    agency = centre() if role == "publisher" else world.home
    user = person(role, agency)
    user.memberships.update(ends_on="2021-01-01")
    client = Client()
    client.force_login(user)

    assert client.get(f"/desk/versions/{world.draft.pk}/").status_code == 404


def test_a_person_who_left_is_shown_the_door(world):
    user = person("author", world.home)
    client = Client()
    client.force_login(user)
    user.is_active = False
    user.save(update_fields=["is_active"])

    assert client.get("/desk/").status_code == 302


@pytest.mark.parametrize(
    "target", ["https://evil.example/", "//evil.example", "javascript:alert(1)", "/\\evil.example"]
)
def test_signing_in_never_leads_away_from_here(world, target):
    user = person("author", world.home)
    user.set_password("a-long-enough-secret")
    user.save(update_fields=["password"])

    response = Client().post(
        "/account/login/", {"login": user.username, "password": "a-long-enough-secret", "next": target}
    )

    assert response.status_code == 302
    assert response["Location"].startswith("/desk/")
