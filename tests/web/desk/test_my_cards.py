"""My cards: what waits for me first, tabs and filters that live in the address, words where there is nothing."""

from datetime import timedelta
from types import SimpleNamespace

import pytest

from khedmat.cards import actions
from khedmat.cards.actions import Asked
from khedmat.cards.deadlines import Wait
from khedmat.cards.enums import Stage
from khedmat.organizations.enums import OF_THE_CENTRE
from khedmat.web.desk import my_cards
from tests.factories.cards import NOW, FindingFactory, VersionFactory
from tests.factories.people import MembershipFactory, OrganizationFactory, UserFactory, centre, person

pytestmark = pytest.mark.django_db


@pytest.fixture
def office():
    owner = OrganizationFactory(name="سازمان نمونه")
    return SimpleNamespace(owner=owner, author=person("author", owner), approver=person("approver", owner))


def card(office, title, stage="draft", **kwargs):
    return VersionFactory(service__owner=office.owner, card={"title": title}, stage=stage, **kwargs)


def page(client_for, user, query=""):
    return client_for(user).get(f"/desk/{query}")


def titles(response):
    return [row.version.title for row in response.context["rows"]]


def words(response):
    return " ".join(response.content.decode().split())


def counts(response):
    return {tab.code: tab.count for tab in response.context["tabs"]}


@pytest.mark.parametrize(
    ("role", "mine", "button"),
    [("author", "الف", "ادامهٔ پر کردن"), ("approver", "ب", "دیدن و تصمیم"), ("publisher", "پ", "دیدن و تصمیم")],
)
def test_what_waits_for_me_stands_first_with_the_way_to_it(client_for, office, role, mine, button):
    for title, stage in [("الف", "draft"), ("ب", "submitted"), ("پ", "approved")]:
        card(office, title, stage)
    user = person(role, centre() if role == "publisher" else office.owner)

    response = page(client_for, user)

    assert titles(response)[0] == mine
    assert [row.is_mine for row in response.context["rows"]].count(True) == 1
    assert button in words(response)


def test_what_i_had_a_hand_in_does_not_wait_for_my_approval(client_for, office):
    card(office, "ب", "submitted", created_by=office.approver)

    (row,) = page(client_for, office.approver).context["rows"]

    assert row.waits == ""
    assert "در آن دست نداشته" in row.step


def test_an_author_goes_straight_to_the_boxes_and_a_reader_to_the_page(client_for, office):
    draft = card(office, "الف")

    goals = [page(client_for, user).context["rows"][0].goal for user in (office.author, office.approver)]

    assert goals == [f"/desk/versions/{draft.pk}/edit/specification/", f"/desk/versions/{draft.pk}/"]


def test_every_stage_has_a_tab_with_its_number_of_cards(client_for, office):
    for stage in ["draft", "submitted", "published", "published"]:
        card(office, "خدمت", stage)

    found = counts(page(client_for, office.author))

    assert found == dict.fromkeys(Stage.values, 0) | {"": 4, "draft": 1, "submitted": 1, "published": 2}


def test_tabs_count_what_the_filters_leave_and_a_tab_keeps_the_filters(client_for, office):
    card(office, "صدور پروانه")
    card(office, "تمدید کارت", "published")

    response = page(client_for, office.author, "?q=پروانه&stage=published")

    assert counts(response)["draft"] == 1
    assert counts(response)["published"] == 0
    assert "q=%D9%BE" in words(response)


@pytest.mark.parametrize("typed", ["پروانهٔ", "پروانه", "صدور  پروانه", "ﭘﺮﻭﺍﻧﻪ", "پروانه صدور"])
def test_a_title_is_found_however_it_is_typed(client_for, office, typed):
    card(office, "صدور پروانهٔ چاه")
    card(office, "تمدید کارت")

    assert titles(page(client_for, office.author, f"?q={typed}")) == ["صدور پروانهٔ چاه"]


def test_only_cards_with_a_blocker_when_asked(client_for, office):
    blocked, noted = card(office, "الف"), card(office, "ب")
    FindingFactory.create_batch(2, version=blocked, severity="B")
    FindingFactory(version=noted, severity="N")

    response = page(client_for, office.author, "?blocked=on")

    assert titles(response) == ["الف"]
    assert "۲ مانع" in words(response)


def test_the_last_change_comes_first_and_titles_when_asked(client_for, office):
    for title in ("ب", "الف", "پ"):
        touched = card(office, title)
    actions.edit_draft(
        touched, Asked(said={"card.audience": "همه"}), seen=0, by=office.author, at=NOW + timedelta(days=3)
    )

    by_change, by_title = (titles(page(client_for, office.author, query)) for query in ("", "?sort=title"))

    assert by_change == ["پ", "الف", "ب"]
    assert by_title == ["الف", "ب", "پ"]


def test_a_row_names_the_last_hand_a_saving_or_a_move(client_for, office):
    saved, moved = card(office, "الف"), card(office, "ب", "submitted")
    said = Asked(said={"card.title": "پ"})
    actions.edit_draft(saved, said, seen=0, by=office.author, at=NOW + timedelta(days=3))

    found = {row.version.pk: row.version.touched_by for row in page(client_for, office.author).context["rows"]}

    assert found == {saved.pk: office.author, moved.pk: moved.submitted_by}


def test_a_row_says_how_long_it_has_waited_and_how_late_it_is(client_for, office, monkeypatch):
    card(office, "الف", "submitted")
    monkeypatch.setattr(my_cards, "wait_of", lambda stage, since, on: Wait(passed=13, left=-3, due=since))

    said = words(page(client_for, office.approver))

    assert "۱۳ روز کاری گذشته" in said
    assert "۳ روز کاری دیر شده" in said


def test_the_office_is_a_filter_for_those_who_have_several(client_for, office):
    second = MembershipFactory(user=office.author, organization=OrganizationFactory(code="second")).organization
    card(office, "الف")
    VersionFactory(service__owner=second, card={"title": "ب"})

    assert titles(page(client_for, office.author, "?office=second")) == ["ب"]
    assert 'name="office"' not in words(page(client_for, office.approver))


@pytest.mark.parametrize(
    "query", ["?stage=burnt", "?sort=burnt", "?office=burnt", "?page=-3", "?page=x", "?q=%00", "?q=" + "پ" * 5000]
)
def test_an_address_that_somebody_made_up_is_no_error(client_for, office, query):
    card(office, "الف")

    assert page(client_for, office.author, query).status_code == 200


@pytest.mark.parametrize(
    ("role", "said"),
    [
        ("author", "آوردن از فایل"),
        ("approver", "چیزی در انتظار تأیید شما نیست"),
        ("reader", "هنوز شناسنامه‌ای ندارد"),
        ("manager", "نویسندگان و تأییدکنندگان دستگاه را دعوت کنید"),
        ("publisher", "چیزی در انتظار انتشار نیست"),
        ("reviewer", "چیزی برای بررسی نرسیده است"),
        ("steward", "کار شما در فهرست‌های پایه است"),
        ("legal_steward", 'href="/desk/registers/laws/"'),
    ],
)
def test_an_empty_desk_says_what_to_do_next(client_for, office, role, said):
    user = person(role, centre() if role in OF_THE_CENTRE else office.owner)

    assert said in words(page(client_for, user))


def test_somebody_without_an_office_is_told_who_gives_one(client_for):
    assert "پیوند دعوت" in words(page(client_for, UserFactory()))


def test_a_filter_that_leaves_nothing_leads_back_to_all(client_for, office):
    card(office, "الف")

    assert "همهٔ شناسنامه‌ها" in words(page(client_for, office.author, "?q=ناموجود"))


def test_only_authors_are_offered_a_new_card(client_for, office):
    assert "/desk/new/" in words(page(client_for, office.author))
    assert "/desk/new/" not in words(page(client_for, office.approver))


def test_the_list_costs_at_most_twelve_questions(client_for, office, django_assert_max_num_queries):
    for stage in ("draft", "submitted", "published"):
        FindingFactory(version=card(office, "خدمت", stage))
    MembershipFactory(user=office.author, organization=OrganizationFactory())
    client = client_for(office.author)

    with django_assert_max_num_queries(12):
        client.get("/desk/?q=خدمت&blocked=on")


def test_a_reviewer_of_the_centre_sees_its_own_cards_beside_those_that_wait(client_for, office):
    reviewer = person("reviewer", centre())
    card(office, "الف", "approved")
    card(office, "ب", "draft")
    assert titles(page(client_for, reviewer)) == ["الف"]

    VersionFactory(service__owner=centre(), card={"title": "پ"}, stage="draft")

    assert sorted(titles(page(client_for, reviewer))) == ["الف", "پ"]
