"""Two people at one token of an agency at the same moment, and its program beside them."""

import pytest
from django.core.exceptions import ValidationError

from khedmat.organizations.models import AgencyToken
from khedmat.organizations.tokens import opened_by, revoke
from tests.cards.test_races import at_once, refusals
from tests.factories.cards import NOW
from tests.factories.people import OrganizationFactory, person
from tests.factories.tokens import a_token

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def agency():
    return OrganizationFactory(name="سازمان نمونه")


def test_a_token_is_revoked_once_by_two_and_the_second_hears_of_it(agency):
    maker, manager = person("author", agency), person("manager", agency)
    token, _secret = a_token(agency, by=maker, at=NOW)

    results = at_once(*[lambda by=by: revoke(token, by=by, at=NOW) for by in (maker, manager)])

    (refusal,) = refusals(results)
    assert "پیش‌تر باطل شده است" in " ".join(refusal.messages)
    first = next(result for result in results if isinstance(result, AgencyToken))
    assert AgencyToken.objects.get().revoked_by == first.revoked_by


def test_a_program_that_asks_beside_a_revocation_never_undoes_it(agency):
    maker = person("author", agency)
    token, secret = a_token(agency, by=maker, at=NOW)

    results = at_once(lambda: revoke(token, by=maker, at=NOW), lambda: opened_by(secret, at=NOW))

    assert AgencyToken.objects.get().revoked_by == maker
    assert all("باطل شده است" in " ".join(refusal.messages) for refusal in refusals(results))
    with pytest.raises(ValidationError, match="باطل شده است"):
        opened_by(secret, at=NOW)


def test_two_first_questions_of_a_day_are_both_answered(agency):
    _token, secret = a_token(agency, at=NOW)

    results = at_once(*[lambda: opened_by(secret, at=NOW)] * 3)

    assert refusals(results) == []
    assert AgencyToken.objects.get().used_on is not None
