"""Those of the agency with a hand in a card hear what the centre decided about its findings."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from khedmat.cards.governing.dismissing import dismiss, take_back
from khedmat.core.persian import persian_digits
from khedmat.notices import letters
from khedmat.notices.enums import Channel
from khedmat.notices.models import Notice
from tests.factories.cards import NOW
from tests.factories.governing import LATER, checked, dismissed, found
from tests.factories.people import OrganizationFactory, centre, person

pytestmark = pytest.mark.django_db


@pytest.fixture
def office():
    return OrganizationFactory(name="سازمان نمونه")


@pytest.fixture
def author(office):
    return person("author", office)


@pytest.fixture
def version(office, author):
    return checked(service__owner=office, created_by=author)


def told(kind):
    return list(Notice.objects.filter(kind=kind).values_list("user", flat=True))


def test_the_author_hears_which_finding_was_passed_over_and_why(version, author):
    colleague = person("author", version.service.owner)

    row = dismissed(version, reason="در عنوان آمده است.")

    (notice,) = Notice.objects.filter(kind="finding_dismissed")
    assert notice.user == author != colleague
    letter = letters.letter(notice, Channel.EMAIL)
    assert version.title in letter.subject
    for said in (
        "C02",
        row.message,
        "در عنوان آمده است.",
        persian_digits(row.by),
        f"/desk/versions/{version.pk}/history/",
    ):
        assert said in letter.body


def test_the_author_hears_that_it_is_open_again_by_whom_and_why(version, author):
    row, second = dismissed(version), person("reviewer", centre())

    take_back(row, reason="پاسخ بسنده نیست", by=second, at=LATER)

    (notice,) = Notice.objects.filter(kind="finding_reopened")
    assert (notice.user, notice.context["by"]) == (author, str(second))
    assert "پاسخ بسنده نیست" in letters.letter(notice, Channel.EMAIL).body


def test_who_left_the_agency_and_who_has_the_same_role_elsewhere_hears_nothing(version, author):
    person("author", OrganizationFactory())
    author.memberships.update(ends_on=NOW.date() - timedelta(days=1))

    dismissed(version)

    assert told("finding_dismissed") == []


def test_a_refusal_is_told_to_nobody(version, author):
    with pytest.raises(ValidationError, match="کنندگان مرکز"):
        dismiss(found(version), reason="درست است", by=author, at=LATER)

    assert not Notice.objects.exists()
