"""The office of a service hears of names that are proposed for it and decided."""

import pytest
from django.urls import resolve

from khedmat.cards.enums import NameStage
from khedmat.cards.popular.actions import decide, propose
from khedmat.core.persian import persian_digits
from khedmat.notices import letters
from khedmat.notices.enums import Channel
from khedmat.notices.models import Notice
from tests.factories.cards import NOW
from tests.factories.people import MembershipFactory, OrganizationFactory, person
from tests.factories.popular import a_service
from tests.factories.registers import steward

pytestmark = pytest.mark.django_db


@pytest.fixture
def service():
    return a_service()


@pytest.fixture
def author(service):
    return person("author", service.owner)


@pytest.fixture
def approver(service):
    return person("approver", service.owner)


def told(kind):
    return set(Notice.objects.filter(kind=kind).values_list("user", flat=True))


def test_a_proposal_waits_for_the_approvers_of_the_owner_alone(service, author, approver):
    person("approver", OrganizationFactory())
    person("reader", service.owner)

    propose(service, "پاسپورت", by=author, at=NOW)

    notice = Notice.objects.get(kind="name_proposed")
    letter = letters.letter(notice, Channel.EMAIL)
    assert notice.user == approver
    assert "«پاسپورت» برای «صدور گذرنامه»" in letter.subject
    assert persian_digits(author) in letter.body
    assert resolve(notice.link).url_name == "service-names"


def test_whoever_proposed_it_is_not_asked_to_accept_it(service, author):
    MembershipFactory(user=author, organization=service.owner, role="approver")

    propose(service, "پاسپورت", by=author, at=NOW)

    assert not Notice.objects.exists()


def test_once_decided_it_waits_for_nobody_and_the_author_hears_why(service, author, approver):
    name = propose(service, "پاسپورت", by=author, at=NOW)

    decide(name, NameStage.REFUSED, by=approver, at=NOW, reason="نام خدمت دیگری است.")

    assert not Notice.objects.unread().filter(kind="name_proposed").exists()
    notice = Notice.objects.get(kind="name_decided")
    letter = letters.letter(notice, Channel.EMAIL)
    assert notice.user == author
    assert "رد شد" in letter.subject
    assert "نام خدمت دیگری است." in letter.body


def test_what_the_steward_writes_and_takes_away_is_told_to_all_who_answer_for_the_text(service, author, approver):
    by = steward()
    name = propose(service, "پاسپورت", by=by, at=NOW)
    decide(name, NameStage.REMOVED, by=by, at=NOW, reason="اشتباه بود.")

    rows = Notice.objects.filter(kind="name_decided")
    assert told("name_decided") == {author.pk, approver.pk}
    assert set(rows.values_list("context__stage", flat=True)) == {"پذیرفته شد", "برداشته شد"}
    assert told("name_proposed") == set()


def test_a_name_of_a_service_that_is_public_no_more_is_told_by_its_last_title(service, author, approver):
    name = propose(service, "پاسپورت", by=author, at=NOW)
    service.versions.update(stage="retired")

    decide(name, NameStage.REMOVED, by=approver, at=NOW, reason="دیگر نیست.")

    assert Notice.objects.get(kind="name_decided").context["title"] == "صدور گذرنامه"
