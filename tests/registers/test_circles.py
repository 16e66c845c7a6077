"""Entries under or after others: what points at what, and never in a circle."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from khedmat.cards.lines.actions import change, merge, preview
from khedmat.registers.circles import pointers_to
from khedmat.registers.models import Audience, DataElement, DocumentType, RegisterChange, System
from tests.factories.cards import NOW
from tests.factories.registers import a_system, an_audience, an_element, steward

pytestmark = pytest.mark.django_db


@pytest.fixture
def chain():
    """People over graduates over those who studied abroad."""
    people = an_audience("مردم")
    graduates = an_audience("دانش‌آموختگان", broader=people)
    return people, graduates, an_audience("دانش‌آموختگان خارج", broader=graduates)


def said(act):
    with pytest.raises(ValidationError) as caught:
        act()
    return " ".join(caught.value.messages)


def merged(gone, kept):
    merge(gone, kept, seen=preview(gone, kept).seen, by=steward(), at=NOW)


@pytest.mark.parametrize(
    ("model", "names"), [(System, {"system", "replaced_by"}), (Audience, {"broader"}), (DocumentType, set())]
)
def test_what_points_at_a_register_is_found_but_for_merges(model, names):
    assert {field.name for field in pointers_to(model)} == names


@pytest.mark.parametrize("place", [1, 2])
def test_a_group_never_stands_under_its_own_narrower_one(chain, place):
    people = chain[0]
    people.broader = chain[place]

    assert "به خودش می‌رسد" in said(lambda: change(people, seen=1, by=steward(), at=NOW))
    assert Audience.objects.get(pk=people.pk).broader is None


def test_a_group_may_move_to_another_branch(chain):
    other, abroad = an_audience("ایرانیان"), chain[2]
    abroad.broader = other

    change(abroad, seen=1, by=steward(), at=NOW)

    assert Audience.objects.get(pk=abroad.pk).broader == other


def test_the_database_too_keeps_a_group_from_standing_under_itself(chain):
    with pytest.raises(IntegrityError, match="audience_not_under_itself"), transaction.atomic():
        Audience.objects.filter(pk=chain[0].pk).update(broader=chain[0])


@pytest.mark.parametrize("place", [1, 2])
def test_a_group_is_not_merged_into_what_stands_under_it(chain, place):
    assert "نخست آن را از زیرش بیرون بیاورید" in said(lambda: preview(chain[0], chain[place]))


def test_narrower_groups_follow_a_merge_and_their_logs_say_so(chain):
    people, graduates, abroad = chain
    other = an_audience("فارغان", broader=people)

    merged(graduates, other)

    abroad.refresh_from_db()
    assert (abroad.broader, abroad.revision) == (other, 2)
    line = RegisterChange.objects.filter(register="audiences", entry=abroad.pk).latest("pk")
    assert (line.before, line.after) == ({"broader_id": "دانش‌آموختگان"}, {"broader_id": "فارغان"})


def test_a_narrower_group_is_merged_upward(chain):
    people, graduates, abroad = chain

    merged(graduates, people)

    abroad.refresh_from_db()
    assert abroad.broader == people


def test_elements_follow_the_system_that_gives_them():
    gone, kept = a_system("سامانهٔ کهنه"), a_system("سامانهٔ نو")
    element = an_element(system=gone)

    merged(gone, kept)

    assert DataElement.objects.get(pk=element.pk).system == kept


def test_one_group_stands_for_a_box_of_the_form(chain):
    an_audience("شهروندان", service_type="G2C")

    assert "همین نوع خدمت" in said(lambda: an_audience("همه", service_type="G2C"))
    an_audience("دولت", service_type="G2G"), an_audience("روستاییان"), an_audience("عشایر")
