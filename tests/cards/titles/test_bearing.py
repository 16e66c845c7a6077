"""A card leaves its agency only under a title that the highest official confirmed, whatever door its text came by."""

from types import SimpleNamespace

import pytest
from django.core.exceptions import ValidationError

from khedmat.cards.actions import approve, create_draft, submit
from khedmat.cards.bulk.foreseeing import foreseen
from khedmat.cards.enums import BulkAct, Say, Stage
from khedmat.cards.models import ServiceVersion
from khedmat.cards.reviewing import Words, remark
from khedmat.cards.titles.bearing import TITLE, outside_the_lists, with_answers
from khedmat.organizations.enums import Role
from tests.factories import forms
from tests.factories.cards import NOW, ServiceFactory, VersionFactory
from tests.factories.people import OrganizationFactory, centre, person
from tests.factories.titles import LATER, confirmed, titles_of

pytestmark = pytest.mark.django_db
OUTSIDE, INSIDE = "فروش آب", "صدور پروانه‌ چاه"


@pytest.fixture
def here():
    agency, other = OrganizationFactory(name="سازمان نمونه"), OrganizationFactory()
    people = {role: person(role, agency) for role in (Role.AUTHOR, Role.APPROVER)}
    stranger = person(Role.AUTHOR, other)
    return SimpleNamespace(agency=agency, other=other, stranger=stranger, **people)


def card_of(here, title):
    return create_draft(forms.document(forms.card(title=title)), owner=here.agency, by=here.author, at=NOW)


def test_an_imported_title_is_kept_in_the_draft_and_refused_when_sent(here):
    confirmed(here)
    version = card_of(here, OUTSIDE)

    with pytest.raises(ValidationError) as caught:
        submit(version, by=here.author, at=LATER)

    (said,) = caught.value.messages
    assert f"عنوان «{OUTSIDE}» در فهرست تأییدشدهٔ «سازمان نمونه» نیست" in said
    assert "بخش ۱" in said
    assert "تأیید بالاترین مقام" in said
    kept = ServiceVersion.objects.get(pk=version.pk)
    assert (kept.stage, kept.title) == (Stage.DRAFT, OUTSIDE)


def test_a_title_of_the_list_goes_however_it_is_spaced(here):
    confirmed(here)

    assert submit(card_of(here, INSIDE), by=here.author, at=LATER).stage == Stage.SUBMITTED


@pytest.mark.parametrize("title", [OUTSIDE, None])
def test_an_agency_without_a_confirmed_list_is_asked_nothing(here, title):
    titles_of(here.other)

    assert submit(card_of(here, title), by=here.author, at=LATER).stage == Stage.SUBMITTED


def test_a_card_without_a_title_is_asked_for_a_title_elsewhere(here):
    confirmed(here)

    assert submit(card_of(here, None), by=here.author, at=LATER).stage == Stage.SUBMITTED


def test_a_list_that_was_confirmed_while_the_card_waited_is_asked_at_the_approval(here):
    version = submit(card_of(here, OUTSIDE), by=here.author, at=NOW)
    confirmed(here)

    with pytest.raises(ValidationError, match="تأییدکننده همین نسخه را با دلیل"):
        approve(version, by=here.approver, at=LATER)

    assert ServiceVersion.objects.get(pk=version.pk).stage == Stage.SUBMITTED


def test_a_stranger_hears_of_both_and_changes_nothing(here):
    confirmed(here)
    version = card_of(here, OUTSIDE)

    with pytest.raises(ValidationError) as caught:
        submit(version, by=here.stranger, at=LATER)

    assert len(caught.value.messages) == 2


def test_many_are_foreseen_as_one_is_refused(here):
    confirmed(here)
    for title in (OUTSIDE, INSIDE, OUTSIDE):
        VersionFactory(service=ServiceFactory(owner=here.agency), stage=Stage.SUBMITTED, card={"title": title})
    seen = list(ServiceVersion.objects.inside_for(here.approver, LATER.date()).for_list().order_by("pk"))

    told = foreseen(seen, BulkAct.APPROVE, by=here.approver, on=LATER.date())

    assert [one.is_fine for one in told] == [False, True, False]


def test_many_cost_as_many_questions_as_one(here, django_assert_num_queries):
    confirmed(here)
    versions = VersionFactory.create_batch(3, service__owner=here.agency, card={"title": OUTSIDE})

    with django_assert_num_queries(2):
        assert all(outside_the_lists(versions).values())


@pytest.mark.parametrize("has_list", [True, False])
def test_what_a_page_is_told_beside_its_version_is_what_it_would_be_answered(here, has_list):
    if has_list:
        confirmed(here)
    for title in (OUTSIDE, INSIDE, ""):
        VersionFactory(service=ServiceFactory(owner=here.agency), card={"title": title})

    told = {version.pk: version.is_title_outside for version in with_answers(ServiceVersion.objects.all())}

    assert told == outside_the_lists(ServiceVersion.objects.select_related("service"))
    assert any(told.values()) is has_list


@pytest.mark.parametrize(("title", "is_taken"), [(OUTSIDE, False), (INSIDE, True)])
def test_the_centre_suggests_only_what_the_agency_may_write(here, title, is_taken):
    confirmed(here)
    version = VersionFactory(service=ServiceFactory(owner=here.agency), stage=Stage.APPROVED)
    words = Words(TITLE, Say.SUGGEST, "روشن‌تر است", title)
    reviewer = person(Role.REVIEWER, centre())

    if is_taken:
        assert remark(version, words, by=reviewer, at=LATER).proposed == title
    else:
        with pytest.raises(ValidationError, match="در فهرست تأییدشدهٔ «سازمان نمونه» نیست"):
            remark(version, words, by=reviewer, at=LATER)
