"""What no page of ours sends: forged fields, options, keys and choices write nothing and break nothing."""

import pytest

from khedmat.cards.copies.writing import seen_print
from khedmat.cards.models import LocalCopy
from tests.factories.copies import copy_of, new_template, province

pytestmark = pytest.mark.django_db


@pytest.fixture
def copy(world):
    return copy_of(world)


@pytest.fixture
def author(world, client_for):
    return client_for(world.kerman.author)


def written(author, copy, name, **sent):
    """The answer to a forged page of a box, and the overrides then."""
    plain = {"end": "1", "seen": seen_print(copy, name)} | sent
    answer = author.post(f"/desk/copies/{copy.pk}/boxes/{name}/", plain)
    return answer, LocalCopy.objects.get(pk=copy.pk).overrides


def test_leaves_of_other_boxes_are_not_read(author, copy):
    _answer, overrides = written(
        author, copy, "url", **{"card.title": "عنوانی دیگر", "card.url": "https://k.example.ir/"}
    )

    assert overrides["url"] == "https://k.example.ir/"
    assert set(overrides) == {"url", "average_duration"}


def test_an_option_that_the_form_does_not_have_is_refused_in_words(author, copy):
    answer, overrides = written(author, copy, "stages.request", **{"card.stages.request.visit_levels": "moon"})

    assert "از گزینه‌های این خانه نیست" in answer.content.decode()
    assert "stages.request" not in overrides


def test_a_text_that_is_too_long_is_refused_in_words(author, copy):
    answer, overrides = written(author, copy, "responsible_unit", **{"card.responsible_unit": "و" * 1001})

    assert "کوتاهش کنید" in answer.content.decode()
    assert "responsible_unit" not in overrides


def test_a_flood_of_rows_is_refused_before_a_page_is_made_of_them(author, copy):
    rows = {f"card.cost.items-{number}-text": "یک" for number in range(301)}

    answer, overrides = written(author, copy, "cost", **rows)

    assert "بیش از" in answer.content.decode()
    assert "cost" not in overrides


def test_a_reason_why_a_box_does_not_apply_is_not_a_thing_of_provinces(author, copy):
    _answer, overrides = written(author, copy, "visits", **{"not_applicable.card.visits": "در استان ما بی‌مورد است"})

    assert overrides["visits"] is None
    assert set(overrides) == {"visits", "average_duration"}


@pytest.mark.parametrize("seen", ["", "x", "0" * 64])
def test_a_page_that_does_not_know_what_it_was_made_with_writes_nothing(author, copy, seen):
    answer, overrides = written(author, copy, "visits", seen=seen, **{"card.visits.count": "9"})

    assert "در این میان تغییر داده است" in answer.content.decode()
    assert "visits" not in overrides


def test_a_list_that_is_no_list_of_the_box_is_given_no_row(author, copy):
    answer, _overrides = written(author, copy, "documents", add="card.laws")

    assert answer.url == f"/desk/copies/{copy.pk}/boxes/documents/"


@pytest.mark.parametrize("number", ["", "x", "-1", "9" * 40, "۱"])
def test_keys_that_are_no_numbers_begin_nothing(author, world, number):
    assert author.post("/desk/copies/begin/", {"service": number, "office": number}).status_code == 404
    assert author.post("/desk/copies/begin/", {"service": number, "office": world.kerman.office.pk}).status_code == 404


@pytest.mark.parametrize("seen", ["", "x", "9" * 40])
def test_a_comparison_that_names_no_template_is_refused(author, copy, world, seen):
    new_template(world, visits={"count": 5})

    page = author.post(f"/desk/copies/{copy.pk}/compare/", {"seen": seen, "choice.visits": "take"}).content.decode()

    assert "الگوی تازه‌تری منتشر شد" in page
    assert LocalCopy.objects.get().compared_with == world.version


def test_choices_that_are_none_and_boxes_that_are_not_there_are_passed_over(author, copy, world):
    template = new_template(world, average_duration={"value": 9, "unit": "day"})
    address = f"/desk/copies/{copy.pk}/compare/"

    refused = author.post(address, {"seen": template.pk, "choice.average_duration": "burn"}).content.decode()
    author.post(address, {"seen": template.pk, "choice.average_duration": "keep", "choice.title": "keep"})

    assert "بگویید کدام بماند" in refused
    assert set(LocalCopy.objects.get().overrides) == {"average_duration"}


@pytest.mark.parametrize("query", ["stage=burn", "stage=discarded", "page=x", "page=99999", "stage=behind&page=-1"])
def test_unknown_filters_narrow_nothing(author, copy, query):
    assert author.get(f"/desk/copies/?{query}").status_code == 200


def test_an_office_that_is_not_mine_is_not_picked(author, copy, world):
    other = province(world.owner, "یزد", "21")

    page = author.get(f"/desk/copies/new/?office={other.office.pk}").content.decode()

    assert "دفتر یزد" not in page
