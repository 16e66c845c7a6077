"""The template changes: its copies are marked, told, and compared box by box."""

import pytest
from django.core.exceptions import ValidationError

from khedmat.cards.copies import writing
from khedmat.cards.copies.effective import effective
from khedmat.cards.models import LocalCopy
from khedmat.notices.models import Notice
from tests.factories.copies import LATER, copy_of, new_template, province


def marked(copy):
    return LocalCopy.objects.with_news().get(pk=copy.pk).is_behind


def test_a_copy_is_marked_and_its_authors_are_told_once_the_template_is_published_anew(world):
    copy, yazd = copy_of(world, "published"), province(world.owner, "یزد", "21")
    assert not marked(copy)

    new_template(world, url="https://new.example.ir/")

    assert marked(copy)
    notice = Notice.objects.get(kind="template_changed")
    assert (notice.user, notice.link) == (world.kerman.author, f"/desk/copies/{copy.pk}/compare/")
    assert notice.context["place"] == "کرمان"
    assert not Notice.objects.filter(user=yazd.author).exists()


def test_what_is_not_written_follows_at_once_and_what_is_written_stays(world):
    copy = copy_of(world, "published")

    template = new_template(world, url="https://new.example.ir/", average_duration={"value": 9, "unit": "day"})
    card = effective(template.document, copy.overrides).card

    assert (card.url, card.average_duration.value) == ("https://new.example.ir/", 2)


def test_both_wrote_the_box_so_somebody_of_the_province_decides(world):
    copy = copy_of(world, "published")
    template = new_template(world, average_duration={"value": 9, "unit": "day"})

    with pytest.raises(ValidationError, match="متوسط مدت"):
        writing.compare(copy, {}, seen=template.pk, by=world.kerman.author, at=LATER)
    kept = writing.compare(copy, {"average_duration": "keep"}, seen=template.pk, by=world.kerman.author, at=LATER)

    assert (kept.number, kept.compared_with, kept.stage) == (2, template, "draft")
    assert kept.overrides == copy.overrides
    assert LocalCopy.objects.get(pk=copy.pk).stage == "published"


def test_the_new_template_is_taken_over(world):
    copy = copy_of(world)
    template = new_template(world, average_duration={"value": 9, "unit": "day"})

    copy = writing.compare(copy, {"average_duration": "take"}, seen=template.pk, by=world.kerman.author, at=LATER)

    assert copy.overrides == {}
    assert not marked(copy)


def test_the_old_template_is_kept_as_the_own_text(world):
    copy = copy_of(world)
    template = new_template(world, visits={"count": 5})

    copy = writing.compare(copy, {"visits": "keep"}, seen=template.pk, by=world.kerman.author, at=LATER)

    assert copy.overrides["visits"]["count"] == 1


def test_a_template_that_caught_up_with_the_province_is_no_difference(world):
    copy = copy_of(world, visits={"card.visits.count": 5})
    template = new_template(world, visits={"count": 5})

    copy = writing.compare(copy, {}, seen=template.pk, by=world.kerman.author, at=LATER)

    assert copy.overrides == {}


def test_a_newer_template_than_the_page_showed_is_looked_at_first(world):
    copy = copy_of(world)
    seen = new_template(world, visits={"count": 5})
    new_template(world, visits={"count": 6})

    with pytest.raises(ValidationError, match="الگوی تازه"):
        writing.compare(copy, {}, seen=seen.pk, by=world.kerman.author, at=LATER)


def test_what_is_compared_already_and_what_was_sent_is_refused(world):
    copy = copy_of(world)
    with pytest.raises(ValidationError, match="با الگوی کنونی برابر است"):
        writing.compare(copy, {}, seen=world.version.pk, by=world.kerman.author, at=LATER)

    sent = copy_of(world, "submitted")
    template = new_template(world, visits={"count": 5})
    with pytest.raises(ValidationError, match="در انتظار تأیید استان"):
        writing.compare(sent, {}, seen=template.pk, by=world.kerman.author, at=LATER)


def test_only_authors_of_the_office_compare(world):
    copy = copy_of(world, "published")
    template = new_template(world, visits={"count": 5})

    for user in (world.kerman.approver, world.author, province(world.owner, "یزد", "21").author):
        with pytest.raises(ValidationError, match="کار نویسندگان «دفتر کرمان»"):
            writing.compare(copy, {}, seen=template.pk, by=user, at=LATER)


def test_a_second_comparison_begins_from_the_first(world):
    copy = copy_of(world)
    first = new_template(world, average_duration={"value": 9, "unit": "day"})
    writing.compare(copy, {"average_duration": "keep"}, seen=first.pk, by=world.kerman.author, at=LATER)
    second = new_template(world, average_duration={"value": 9, "unit": "day"}, visits={"count": 5})

    copy = writing.compare(copy, {}, seen=second.pk, by=world.kerman.author, at=LATER)

    assert copy.compared_with == second
    assert list(copy.overrides) == ["average_duration"]
