"""Who asks: 401 says what is missing and where it is made, 403 names the scope and who can give it."""

import pytest

from khedmat.organizations.enums import TokenScope
from khedmat.organizations.models import AgencyToken
from tests.factories.forms import A_CARD

pytestmark = pytest.mark.django_db
QUESTIONS = {
    "/drafts/k": ("get", "drafts"),
    "/drafts/k/submit": ("post", "submit"),
    "/reviews": ("get", "reviews"),
    "/reviews/1/replies": ("post", "reviews"),
    "/import": ("post", "import"),
    "/services/1/confirm": ("post", "confirm"),
    "/webhooks": ("get", "webhooks"),
    "/webhooks/1/ping": ("post", "webhooks"),
}
CREDENTIALS = [None, "", "Basic eDp5", "Bearer", "Bearer ", "Bearer x", "bearer khedmat_x", "Bearer \u00fc", "Token x"]


@pytest.mark.parametrize("given", CREDENTIALS)
@pytest.mark.parametrize("tail", QUESTIONS)
def test_without_a_token_the_answer_says_how_to_come(client, tail, given):
    headers = {} if given is None else {"Authorization": given}

    answer = getattr(client, QUESTIONS[tail][0])(f"/api/v1/agency{tail}", headers=headers)

    assert answer.status_code == 401
    assert answer["WWW-Authenticate"].startswith('Bearer realm="khedmat"')
    assert answer["Content-Type"] == "application/problem+json"
    assert "نشانه" in answer.json()["detail"]


def test_a_wrong_token_is_named_as_such_and_a_missing_one_is_not(client):
    missing = client.get("/api/v1/agency/drafts/k")
    wrong = client.get("/api/v1/agency/drafts/k", headers={"Authorization": "Bearer khedmat_x"})

    assert "error" not in missing["WWW-Authenticate"]
    assert 'error="invalid_token"' in wrong["WWW-Authenticate"]


@pytest.mark.parametrize(("tail", "method", "scope"), [(tail, *asked) for tail, asked in QUESTIONS.items()])
def test_a_token_of_all_other_scopes_hears_which_one_is_missing_and_who_gives_it(home, program_of, tail, method, scope):
    program = program_of(home.agency, *(one for one in TokenScope.values if one != scope))

    answer = program.ask(method, tail)

    assert answer.status_code == 403
    assert f'scope="{scope}"' in answer["WWW-Authenticate"]
    assert "نویسنده یا تأییدکنندهٔ «سازمان خانه»" in answer.json()["detail"]
    assert str(TokenScope(scope).label) in answer.json()["detail"]


def test_a_session_of_a_person_opens_nothing_here(home, client_for):
    answer = client_for(home.author).put("/api/v1/agency/drafts/k", {"card": A_CARD}, content_type="application/json")

    assert answer.status_code == 401


def test_a_token_opens_no_page_of_the_desk(home):
    assert home.program.client.get("/desk/").status_code == 302


def test_a_use_is_seen_on_the_page_of_tokens(home):
    home.program.ask("get", "/drafts/k")

    assert AgencyToken.objects.get(pk=home.token.pk).used_on is not None


@pytest.mark.parametrize(
    ("asked", "title", "languages"),
    [
        ("en", "A token is needed", "en"),
        ("en-GB,fa;q=0.3", "A token is needed", "en"),
        ("fa,en;q=0.5", "نشانهٔ دسترسی می‌خواهد", "fa, en"),
        ("de", "نشانهٔ دسترسی می‌خواهد", "fa, en"),
        ("", "نشانهٔ دسترسی می‌خواهد", "fa, en"),
        (";;q=x,,", "نشانهٔ دسترسی می‌خواهد", "fa, en"),
    ],
)
def test_a_problem_speaks_the_language_that_was_asked_for(client, asked, title, languages):
    answer = client.get("/api/v1/agency/drafts/k", headers={"Accept-Language": asked})

    assert answer.json()["title"] == title
    assert answer["Content-Language"] == languages
    assert "Accept-Language" in answer["Vary"]
    assert answer.json()["detail"].isascii() == (languages == "en")


def test_a_sentence_that_is_persian_only_says_so_in_the_languages(home):
    home.program.ask("put", "/drafts/k", {"card": A_CARD})
    home.program.ask("post", "/drafts/k/submit")

    answer = home.program.ask("post", "/drafts/k/submit", Accept_Language="en")

    assert answer.json()["title"] == "The conditions of this do not hold"
    assert answer["Content-Language"] == "en, fa"
    assert not answer.json()["detail"].isascii()
