"""Names that searches suggest: to the authors of the service that stood first, until named or passed over."""

import pytest
from django.core.exceptions import ValidationError
from django.db import InternalError, ProgrammingError, transaction

from khedmat.cards.models import SearchDismissal
from khedmat.cards.popular.searched import followed, note, note_followed
from khedmat.cards.popular.suggested import pass_over, suggested_to, suggestions, tell_authors
from khedmat.notices.models import Notice
from khedmat.organizations.enums import Role
from tests.factories.cards import NOW, VersionFactory
from tests.factories.people import OrganizationFactory, person
from tests.factories.popular import a_service, proposed

pytestmark = pytest.mark.django_db
TODAY = NOW.date()


def searched(words="پاس سفر", service=None, **more):
    service = service or a_service()
    for _time in range(5):
        note(words, on=TODAY, first=service.pk, **more)
    return service


def author(service):
    return person(Role.AUTHOR, service.owner)


def words_of(rows):
    return [row["words"] for row in rows]


@pytest.mark.parametrize("in_vain", [True, False])
def test_what_was_found_nowhere_or_followed_by_nobody_is_suggested(in_vain):
    service = searched(in_vain=in_vain)

    row = suggestions().get()

    assert (row["words"], row["service"], row["asked"], row["title"]) == ("پاس سفر", service.pk, 5, "صدور گذرنامه")


def test_what_somebody_followed_is_found_already():
    searched(in_vain=False)
    note_followed(followed("پاس سفر"), on=TODAY)

    assert not suggestions().exists()


def test_only_authors_of_the_office_are_asked():
    service = searched()
    others = [person(Role.APPROVER, service.owner), person(Role.AUTHOR, OrganizationFactory())]

    assert words_of(suggested_to(author(service), TODAY)) == ["پاس سفر"]
    assert [words_of(suggested_to(user, TODAY)) for user in others] == [[], []]


def test_a_name_that_was_ever_proposed_is_not_suggested_again():
    service = searched()
    proposed("پاس سفر", service)

    assert not suggestions().exists()


def test_what_is_no_longer_published_gets_no_name():
    searched(service=VersionFactory().service)

    assert not suggestions().exists()


def test_what_was_passed_over_stays_away_with_its_reason():
    service = searched()
    pass_over("پاس سفر", service, by=author(service), at=NOW, reason="نام شرکتی است.")

    assert not suggestions().exists()
    assert SearchDismissal.objects.get().reason == "نام شرکتی است."


@pytest.mark.parametrize(("reason", "said"), [("", "علت"), ("  ", "علت")])
def test_no_reason_no_passing_over(reason, said):
    service = searched()

    with pytest.raises(ValidationError, match=said):
        pass_over("پاس سفر", service, by=author(service), at=NOW, reason=reason)


def test_a_stranger_passes_over_nothing_and_nobody_twice():
    service = searched()
    with pytest.raises(ValidationError, match="نویسندگان"):
        pass_over("پاس سفر", service, by=author(a_service()), at=NOW, reason="نه")
    pass_over("پاس سفر", service, by=author(service), at=NOW, reason="نه")

    with pytest.raises(ValidationError, match="برای همین خدمت"):
        pass_over("پاس سفر", service, by=author(service), at=NOW, reason="نه")


@pytest.mark.parametrize("change", ["delete", "update"])
def test_a_passing_over_is_never_changed(change):
    service = searched()
    row = pass_over("پاس سفر", service, by=author(service), at=NOW, reason="نه")
    rows = SearchDismissal.objects.filter(pk=row.pk)

    with pytest.raises((InternalError, ProgrammingError)), transaction.atomic():
        rows.delete() if change == "delete" else rows.update(reason="آری")


def test_authors_are_told_once_until_they_read():
    service = searched()
    writer, _other = author(service), person(Role.APPROVER, service.owner)
    searched("گذر سفر", service)

    tell_authors(at=NOW)
    tell_authors(at=NOW)

    notice = Notice.objects.get()
    assert (notice.user, notice.kind, notice.context["title"]) == (writer, "name_searched", "صدور گذرنامه")
