"""A copy is begun, written box by box, and stores only what differs."""

import pytest
from django.core.exceptions import ValidationError

from khedmat.cards.copies import moves, writing
from khedmat.cards.models import LocalCopy
from tests.factories.cards import NOW, ServiceFactory, VersionFactory
from tests.factories.copies import LATER, TWO_DAYS, copy_of, province, write
from tests.factories.people import OrganizationFactory, PlaceFactory, person


def test_only_the_boxes_that_differ_are_kept(world):
    copy = copy_of(world, visits={"card.visits.count": 2}, average_duration={"card.average_duration.value": 3})

    assert copy.overrides == {"visits": {"text": None, "count": 2, "max": None}}
    assert (copy.compared_with, copy.revision) == (world.version, 2)


def test_a_box_written_as_the_template_has_it_is_no_difference_any_more(world):
    copy = copy_of(world, visits={"card.visits.count": 2})

    assert write(copy, "visits", {"card.visits.count": 1}, by=world.kerman.author).overrides == {}


def test_a_box_follows_the_template_again(world):
    copy = copy_of(world)

    seen = writing.seen_print(copy, "average_duration")
    copy = writing.follow(copy, "average_duration", seen=seen, by=world.kerman.author, at=NOW)

    assert copy.overrides == {}
    assert copy.changes.order_by("pk").last().boxes["average_duration"]["was"]["value"] == 2


def test_what_may_not_differ_is_refused_with_its_reason(world):
    with pytest.raises(ValidationError, match="یک خدمت در سراسر کشور یک عنوان"):
        copy_of(world, title={"card.title": "عنوانی دیگر"})
    with pytest.raises(ValidationError, match="قانون و مقررات خدمت در سراسر کشور"):
        copy_of(world, laws={"card.laws": ["قانون استان"]})


def test_leaves_of_another_box_and_values_the_form_does_not_know_are_refused(world):
    for leaves in ({"card.title": "x"}, {"card.visits.count": "many"}, {"card.visits.nothing": 1}):
        with pytest.raises(ValidationError, match="خوانده نشد"):
            copy_of(world, visits=leaves)


def test_two_editors_of_one_box_the_second_is_told_who_was_first_and_two_boxes_are_both_kept(world):
    author, colleague = world.kerman.author, person("author", world.kerman.office)
    copy = writing.begin(world.service, world.kerman.office, by=author, at=NOW)
    seen = writing.seen_print(copy, "visits")
    write(copy, "visits", {"card.visits.count": 2}, by=colleague, seen=seen)

    with pytest.raises(ValidationError, match=colleague.full_name):
        write(copy, "visits", {"card.visits.count": 4}, by=author, seen=seen)
    copy = write(copy, "average_duration", TWO_DAYS, by=author)

    assert set(copy.overrides) == {"visits", "average_duration"}
    assert copy.overrides["visits"]["count"] == 2


def test_a_copy_is_begun_once_and_goes_on(world):
    first = copy_of(world)

    again = writing.begin(world.service, world.kerman.office, by=person("author", world.kerman.office), at=NOW)

    assert again.pk == first.pk


def test_beside_a_published_copy_a_new_revision_begins_as_it_is(world):
    published = copy_of(world, "published")

    draft = writing.begin(world.service, world.kerman.office, by=world.kerman.author, at=NOW)

    assert (draft.number, draft.overrides, draft.stage) == (2, published.overrides, "draft")


@pytest.mark.parametrize("role", ["approver", "reader"])
def test_only_authors_of_the_office_begin_and_write(world, role):
    copy = copy_of(world)
    other = province(world.owner, "یزد", "21")

    for user in (getattr(world.kerman, role), other.author, world.author, world.publisher):
        with pytest.raises(ValidationError, match="کار نویسندگان «دفتر کرمان»"):
            writing.begin(world.service, world.kerman.office, by=user, at=NOW)
        with pytest.raises(ValidationError, match="کار نویسندگان «دفتر کرمان»"):
            write(copy, "visits", {"card.visits.count": 2}, by=user)


def test_an_office_that_is_not_of_this_agency_or_of_no_province_keeps_no_copy(world):
    elsewhere = province(OrganizationFactory(), "یزد", "21")
    central = OrganizationFactory(parent=world.owner)

    for office, by in ((elsewhere.office, elsewhere.author), (central, person("author", central))):
        with pytest.raises(ValidationError, match="دفتر استانی همان دستگاه"):
            writing.begin(world.service, office, by=by, at=NOW)


def test_an_office_two_steps_below_the_agency_keeps_copies_too(world):
    company = OrganizationFactory(parent=world.owner)
    yazd = province(company, "یزد", "21")

    assert writing.begin(world.service, yazd.office, by=yazd.author, at=NOW).place == yazd.place


def test_a_second_office_in_the_same_province_hears_who_keeps_the_copy(world):
    copy_of(world)
    second = OrganizationFactory(parent=world.owner, place=world.kerman.place)

    with pytest.raises(ValidationError, match="استان کرمان را «دفتر کرمان» نگه"):
        writing.begin(world.service, second, by=person("author", second), at=NOW)


def test_what_is_not_public_has_no_copies(world):
    service = ServiceFactory(owner=world.owner)
    VersionFactory(service=service, stage="accepted")

    with pytest.raises(ValidationError, match="اکنون منتشر نیست"):
        writing.begin(service, world.kerman.office, by=world.kerman.author, at=NOW)


def test_nothing_is_written_in_a_copy_that_was_sent(world):
    copy = copy_of(world, "submitted")

    with pytest.raises(ValidationError, match="در انتظار تأیید استان"):
        write(copy, "visits", {"card.visits.count": 2}, by=world.kerman.author)


def test_what_came_back_is_begun_again_with_its_text(world):
    copy = moves.send_back(copy_of(world, "submitted"), reason="زمان درست نیست.", by=world.kerman.approver, at=LATER)

    draft = writing.begin(world.service, world.kerman.office, by=world.kerman.author, at=LATER)

    assert (draft.overrides, draft.number) == (copy.overrides, 2)
    assert LocalCopy.objects.get(pk=copy.pk).stage == "returned"


def test_a_place_of_its_own_is_no_office(world):
    outside = OrganizationFactory(place=PlaceFactory())

    with pytest.raises(ValidationError, match="دفتر استانی همان دستگاه"):
        writing.begin(world.service, outside, by=person("author", outside), at=NOW)
