"""The pages of provincial copies at the desk: whose they are, writing a box, comparing, deciding."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from khedmat.cards.copies.boxes import MAY_DIFFER
from khedmat.cards.models import LocalCopy
from tests.factories.copies import copy_of, new_template, province
from tests.factories.people import OrganizationFactory, person

pytestmark = pytest.mark.django_db
AWAY = ["other_author", "foreign", "nobody"]


@pytest.fixture
def author(world, client_for):
    return client_for(world.kerman.author)


def fields(page):
    """What a browser would send back of the form of a box."""
    form = LexborHTMLParser(page).css_first("form.copies-editor")
    sent = {}
    for node in form.css("input, textarea"):
        kind, name = node.attributes.get("type"), node.attributes.get("name")
        is_off = kind in ("checkbox", "radio") and "checked" not in node.attributes
        if name and not is_off:
            sent.setdefault(name, []).append(node.attributes.get("value") or node.text())
    return {name: values for name, values in sent.items() if name != "csrfmiddlewaretoken"}


def test_an_author_begins_a_copy_writes_a_box_and_sends_it(world, author):
    listed = author.get("/desk/copies/new/").content.decode()
    assert "صدور گواهی سوء پیشینه" in listed
    begun = author.post("/desk/copies/begin/", {"service": world.service.pk, "office": world.kerman.office.pk})
    box = f"{begun.url}boxes/average_duration/"
    sent = fields(author.get(box).content.decode())

    told = author.post(box, sent | {"card.average_duration.value": "۲", "card.average_duration.text": ""}, follow=True)
    page = author.post(f"{begun.url}submit/", follow=True).content.decode()

    assert "نوشته شد" in told.content.decode()
    assert "۲ روز" in page
    assert "۳ روز" in page
    copy = LocalCopy.objects.get()
    assert (copy.stage, list(copy.overrides)) == ("submitted", ["average_duration"])


@pytest.mark.parametrize(
    "name", ["documents", "recipients", "visits", "cost", "url", "stages.request", "forms", "responsible_unit"]
)
def test_a_box_that_is_sent_as_it_was_shown_stays_as_the_template(world, author, name):
    copy = copy_of(world)
    box = f"/desk/copies/{copy.pk}/boxes/{name}/"

    author.post(box, fields(author.get(box).content.decode()))

    assert set(LocalCopy.objects.get().overrides) == {"average_duration"}


def test_ways_of_a_stage_are_ticked_as_on_the_form(world, author):
    copy = copy_of(world)
    box = f"/desk/copies/{copy.pk}/boxes/stages.request/"
    sent = fields(author.get(box).content.decode())
    del sent["card.stages.request.electronic"]

    author.post(box, sent | {"card.stages.request.visit_levels": ["provincial"]})

    written = LocalCopy.objects.get().overrides["stages.request"]
    assert (written["electronic"], written["visit_levels"]) == (False, ["provincial"])


def test_what_is_no_number_is_said_and_the_rest_stays_typed(world, author):
    copy = copy_of(world)
    box = f"/desk/copies/{copy.pk}/boxes/visits/"
    sent = fields(author.get(box).content.decode())

    page = author.post(box, sent | {"card.visits.count": "چند", "card.visits.text": "بسته به پرونده"}).content.decode()

    assert "عدد نیست" in page
    assert "بسته به پرونده" in page
    assert "چند" in page
    assert "visits" not in LocalCopy.objects.get().overrides


def test_the_second_of_two_editors_sees_both_texts_and_may_insist(world, author, client_for):
    copy = copy_of(world)
    box = f"/desk/copies/{copy.pk}/boxes/visits/"
    sent = fields(author.get(box).content.decode())
    colleague = person("author", world.kerman.office)
    client_for(colleague).post(box, sent | {"card.visits.count": "5"})

    page = author.post(box, sent | {"card.visits.count": "7"}).content.decode()
    assert "در این میان تغییر داده است" in page
    assert "۵ بار" in page
    assert 'value="۷"' in page
    assert LocalCopy.objects.get().overrides["visits"]["count"] == 5
    author.post(box, fields(page))

    assert LocalCopy.objects.get().overrides["visits"]["count"] == 7


def test_rows_are_added_and_boxes_follow_the_template_again_without_javascript(world, author):
    copy = copy_of(world)
    box = f"/desk/copies/{copy.pk}/boxes/documents/"
    sent = fields(author.get(box).content.decode())

    added = author.post(box, sent | {"add": "card.documents"})
    assert added.url == f"{box}?more=card.documents"
    duration = box.replace("documents", "average_duration")
    seen = fields(author.get(duration).content.decode())["seen"]
    author.post(duration, {"end": "1", "follow": "1", "seen": seen})

    assert LocalCopy.objects.get().overrides == {}


@pytest.mark.parametrize("name", MAY_DIFFER)
def test_the_page_of_every_box_opens_and_leads_to_nothing_that_stands_beside_a_version(world, author, name):
    page = author.get(f"/desk/copies/{copy_of(world).pk}/boxes/{name}/")

    assert page.status_code == 200
    assert "/desk/versions/" not in page.content.decode()


def test_a_page_that_came_in_half_writes_nothing(world, author):
    copy = copy_of(world)

    page = author.post(f"/desk/copies/{copy.pk}/boxes/visits/", {"card.visits.count": "9"}).content.decode()

    assert "تا پایان به ما نرسید" in page
    assert "visits" not in LocalCopy.objects.get().overrides


def test_boxes_that_are_one_for_the_country_are_told_with_their_reason_and_are_no_page(world, author):
    copy = copy_of(world)

    page = author.get(f"/desk/copies/{copy.pk}/").content.decode()

    assert "قانون و مقررات خدمت در سراسر کشور یکی است" in page
    assert author.get(f"/desk/copies/{copy.pk}/boxes/title/").status_code == 404
    assert author.get(f"/desk/copies/{copy.pk}/boxes/nothing/").status_code == 404


def test_comparing_asks_where_both_wrote_and_makes_a_draft_beside_what_is_published(world, author):
    copy = copy_of(world, "published")
    template = new_template(world, average_duration={"value": 9, "unit": "day"}, url="https://new.example.ir/")
    address = f"/desk/copies/{copy.pk}/compare/"

    page = author.get(address).content.decode()
    assert "۳ روز" in page
    assert "۹ روز" in page
    assert "۲ روز" in page
    assert "خودبه‌خود از الگو پیروی می‌کند" in page
    refused = author.post(address, {"seen": template.pk}).content.decode()
    done = author.post(address, {"seen": template.pk, "choice.average_duration": "keep"}, follow=True)

    assert "بگویید کدام بماند" in refused
    assert "با الگوی تازه برابر شد" in done.content.decode()
    assert LocalCopy.objects.get(stage="draft").compared_with == template
    assert "الگو تغییر کرده است" in author.get("/desk/copies/?stage=behind").content.decode()


def test_all_is_taken_at_once_and_something_else_is_written_on_the_page_of_the_box(world, author):
    copy = copy_of(world)
    template = new_template(world, average_duration={"value": 9, "unit": "day"})
    address = f"/desk/copies/{copy.pk}/compare/"

    onward = author.post(address, {"seen": template.pk, "choice.average_duration": "write"})
    assert onward.url == f"/desk/copies/{copy.pk}/boxes/average_duration/"
    newer = new_template(world, average_duration={"value": 12, "unit": "day"})
    author.post(address, {"seen": newer.pk, "all": "take", "box": ["average_duration"]})

    assert LocalCopy.objects.get().overrides == {}


def test_somebody_who_may_not_take_a_step_is_told_who_may(world, client_for):
    copy = copy_of(world, "submitted")
    reader = client_for(world.kerman.reader)

    page = reader.post(f"/desk/copies/{copy.pk}/approve/").content.decode()

    assert "کار تأییدکنندگان «دفتر کرمان»" in page
    assert LocalCopy.objects.get().stage == "submitted"


def test_a_return_keeps_its_reason_and_shows_it_to_the_author(world, author, client_for):
    copy = copy_of(world, "submitted")
    approver = client_for(world.kerman.approver)
    assert "دلیل را بنویسید" in approver.post(f"/desk/copies/{copy.pk}/return/").content.decode()

    approver.post(f"/desk/copies/{copy.pk}/return/", {"reason": "زمان با آمار نمی‌خواند."})

    assert "زمان با آمار نمی‌خواند" in author.get(f"/desk/copies/{copy.pk}/").content.decode()


@pytest.mark.parametrize("tail", ["", "compare/", "boxes/visits/", "submit/", "return/"])
def test_strangers_find_nothing(world, client_for, tail):
    copy, other = copy_of(world), province(world.owner, "یزد", "21")
    foreign = OrganizationFactory()
    strangers = [other.author, other.approver, person("author", foreign), person("publisher", foreign)]
    strangers += [world.publisher, world.reviewer]

    for client in map(client_for, strangers):
        assert client.get(f"/desk/copies/{copy.pk}/{tail}").status_code == 404
        assert "صدور گواهی" not in client.get("/desk/copies/").content.decode()
    for user in (world.reader, world.author, world.kerman.reader):
        assert client_for(user).get(f"/desk/copies/{copy.pk}/").status_code == 200
        assert "صدور گواهی" in client_for(user).get("/desk/copies/").content.decode()


def test_the_centre_sees_what_was_sent(world, client_for):
    copy = copy_of(world, "submitted")

    for user in (world.publisher, world.reviewer):
        assert client_for(user).get(f"/desk/copies/{copy.pk}/").status_code == 200


def test_an_office_of_others_begins_nothing(world, client_for):
    other = province(OrganizationFactory(), "یزد", "21")
    client = client_for(other.author)

    assert (
        client.post("/desk/copies/begin/", {"service": world.service.pk, "office": world.kerman.office.pk}).status_code
        == 404
    )
    told = client.post("/desk/copies/begin/", {"service": world.service.pk, "office": other.office.pk}, follow=True)
    assert "دفتر استانی همان دستگاه نگه می‌دارد" in told.content.decode()
    assert client_for(world.author).get("/desk/copies/new/").status_code == 200


def test_lists_and_pages_ask_as_much_whatever_the_rows(world, client_for, assert_same_cost):
    copy_of(world)
    client = client_for(world.reader)

    def grow():
        for code in ("21", "22", "23"):
            copy_of(world, at_office=province(world.owner, code, code))

    assert_same_cost(lambda: client.get("/desk/copies/"), grow)


@pytest.mark.parametrize(
    "page", ["/desk/copies/", "/desk/copies/new/", "{copy}", "{copy}compare/", "{copy}boxes/cost/"]
)
def test_no_page_asks_more_than_twelve_questions(world, author, django_assert_max_num_queries, page):
    address = page.format(copy=f"/desk/copies/{copy_of(world).pk}/")
    new_template(world, url="https://new.example.ir/")

    with django_assert_max_num_queries(12):
        assert author.get(address).status_code == 200
