"""Tokens of agencies: a secret said once, of a person's own right, for a time, until somebody ends it."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import ProgrammingError, transaction
from django.utils.timezone import localdate

from khedmat.core.refusals import refusing_in_words
from khedmat.organizations.membership import end_now
from khedmat.organizations.models import AgencyToken
from khedmat.organizations.perms import can_make_tokens, can_revoke
from khedmat.organizations.tokens import LONGEST, opened_by, revoke
from tests.factories.cards import NOW
from tests.factories.people import MembershipFactory, OrganizationFactory, centre, person
from tests.factories.tokens import a_token

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
STRANGERS = ["reader", "manager"]


@pytest.fixture
def agency():
    return OrganizationFactory(name="سازمان خانه")


def test_the_secret_is_long_and_kept_nowhere_and_opens_its_own_token_alone(agency):
    (token, secret), (other, _) = a_token(agency, at=NOW), a_token(agency, at=NOW)

    assert secret.startswith("khedmat_")
    assert len(secret) == len("khedmat_") + 43
    assert secret not in str(AgencyToken.objects.values_list())
    assert opened_by(secret, at=NOW) == token != other


@pytest.mark.parametrize("secret", ["", "x", "khedmat_", "خدمت", "\ud800", "k" * 10_000])
def test_what_nobody_gave_opens_nothing(agency, secret):
    a_token(agency, at=NOW)

    with pytest.raises(ValidationError, match="شناخته نیست"):
        opened_by(secret, at=NOW)


@pytest.mark.parametrize("role", STRANGERS)
def test_who_does_not_answer_for_the_text_makes_none_and_hears_who_does(agency, role):
    with pytest.raises(ValidationError, match=r"سازمان خانه.*نویسندگان و تأییدکنندگان"):
        a_token(agency, by=person(role, agency), at=NOW)

    assert not AgencyToken.objects.exists()


def test_an_author_elsewhere_and_a_publisher_of_the_centre_make_none_here(agency):
    for stranger in (person("author", OrganizationFactory()), person("publisher", centre())):
        with pytest.raises(ValidationError, match="نویسندگان و تأییدکنندگان"):
            a_token(agency, by=stranger, at=NOW)


@pytest.mark.parametrize("days", [-1, LONGEST.days + 1])
def test_a_token_lasts_a_year_at_most_and_begins_before_it_ends(agency, days):
    with pytest.raises(ValidationError, match="یک سال"):
        a_token(agency, at=NOW, days=days)


@pytest.mark.parametrize("scopes", [["publish"], ["drafts", "everything"]])
def test_a_scope_that_nobody_knows_is_refused_in_words(agency, scopes):
    with pytest.raises(ValidationError, match="فهرست را برگزینید"):
        a_token(agency, *scopes, at=NOW)


@pytest.mark.parametrize(("column", "value", "sentence"), [("scopes", [], "فهرست را برگزینید"), ("name", "", "برنامه")])
def test_the_database_itself_refuses_a_token_without_name_or_scope(agency, column, value, sentence):
    plain = {"organization": agency, "name": "x", "scopes": ["drafts"], "digest": "0" * 64, "ends_on": NOW.date()}
    plain |= {"made_by": person("author", agency), "made_at": NOW}

    with pytest.raises(ValidationError, match=sentence), refusing_in_words(), transaction.atomic():
        AgencyToken.objects.create(**plain | {column: value})


def test_on_its_last_day_it_still_opens_and_on_the_next_no_more(agency):
    _token, secret = a_token(agency, at=NOW, days=3)

    assert opened_by(secret, at=NOW + 3 * DAY)
    with pytest.raises(ValidationError, match="مهلت"):
        opened_by(secret, at=NOW + 4 * DAY)


def test_a_token_ends_with_the_role_of_its_maker(agency):
    role = MembershipFactory(organization=agency, role="author")
    _token, secret = a_token(agency, by=role.user, at=NOW)

    end_now(role, by=None, at=NOW)

    with pytest.raises(ValidationError, match="با نقش او پایان یافت"):
        opened_by(secret, at=NOW)


@pytest.mark.parametrize("what", ["maker", "agency"])
def test_a_token_ends_with_the_account_of_its_maker_and_with_its_agency(agency, what):
    token, secret = a_token(agency, at=NOW)
    type(token.made_by).objects.update(is_active=what != "maker")
    type(agency).objects.filter(pk=agency.pk).update(valid_to=NOW.date() - DAY if what == "agency" else None)

    with pytest.raises(ValidationError, match="پایان یافت"):
        opened_by(secret, at=NOW)


def test_a_revoked_token_is_refused_from_the_next_question_on(agency):
    token, secret = a_token(agency, at=NOW)

    revoke(token, by=token.made_by, at=NOW)

    with pytest.raises(ValidationError, match="باطل شده"):
        opened_by(secret, at=NOW)
    with pytest.raises(ValidationError, match=r"تر باطل شده است"):
        revoke(token, by=token.made_by, at=NOW)


def test_the_maker_and_managers_of_the_agency_end_a_token_and_nobody_else(agency):
    token, _ = a_token(agency, at=NOW)
    manager, colleague = person("manager", agency), person("author", agency)
    strangers = [colleague, person("reader", agency), person("manager", OrganizationFactory())]

    for user in strangers:
        with pytest.raises(ValidationError, match="سازندهٔ آن یا مدیر"):
            revoke(token, by=user, at=NOW)
    assert revoke(token, by=manager, at=NOW).revoked_by == manager


def test_the_list_of_what_may_be_ended_agrees_with_the_answer_to_one(agency):
    own, _ = a_token(agency, at=NOW)
    other, _ = a_token(OrganizationFactory(), at=NOW)
    people = [own.made_by, other.made_by, *(person(role, agency) for role in ("author", "manager", "reader"))]
    on = localdate(NOW)

    for user in people:
        listed = set(AgencyToken.objects.revocable_by(user, on))
        assert listed == {token for token in (own, other) if can_revoke(user, token, on)}
        assert set(type(agency).objects.answered_by(user, on)) == {
            one for one in (agency, other.organization) if can_make_tokens(user, one, on)
        }


def test_the_day_of_use_is_written_once_a_day(agency, django_assert_num_queries):
    token, secret = a_token(agency, at=NOW)

    opened_by(secret, at=NOW)
    with django_assert_num_queries(2):
        opened_by(secret, at=NOW)

    token.refresh_from_db()
    assert token.used_on == localdate(NOW)


@pytest.mark.parametrize("change", [{"scopes": ["import"]}, {"ends_on": NOW.date() + 99 * DAY}, {"digest": "1" * 64}])
def test_nothing_of_a_token_is_changed_afterwards(agency, change):
    token, _ = a_token(agency, at=NOW)

    with pytest.raises(ProgrammingError, match="stays_as_made"), transaction.atomic():
        AgencyToken.objects.filter(pk=token.pk).update(**change)


def test_what_is_revoked_stays_so_and_no_token_is_deleted(agency):
    token, _ = a_token(agency, at=NOW)
    revoke(token, by=token.made_by, at=NOW)

    with pytest.raises(ProgrammingError), transaction.atomic():
        AgencyToken.objects.filter(pk=token.pk).update(revoked_at=None, revoked_by=None)
    with pytest.raises(ProgrammingError), transaction.atomic():
        AgencyToken.objects.all().delete()
