"""The desk: four people meet each page."""

from types import SimpleNamespace

import pytest

from khedmat.cards.models import ValueTrace
from khedmat.core.persian import persian_digits
from tests.factories.cards import FindingFactory, VersionFactory
from tests.factories.people import OrganizationFactory, UserFactory, person, publisher
from tests.factories.titles import titles_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def office():
    owner = OrganizationFactory(name="سازمان نمونه")
    stranger = person("author", OrganizationFactory())
    return SimpleNamespace(
        owner=owner,
        author=person("author", owner),
        approver=person("approver", owner),
        reader=person("reader", owner),
        stranger=stranger,
        publisher=publisher(),
    )


@pytest.fixture
def draft(office):
    return VersionFactory(service__owner=office.owner, created_by=office.author)


def address(version, move=""):
    return f"/desk/versions/{version.pk}/{move}"


def test_the_desk_is_behind_the_door(client, draft):
    for page in ("/desk/", address(draft), "/desk/components/"):
        response = client.get(page)
        assert response.status_code == 302
        assert response["Location"].startswith("/account/login/")


def test_my_agency_s_cards_are_on_my_desk_and_nobody_else_s(client_for, office, draft):
    mine = client_for(office.reader).get("/desk/").content.decode()
    theirs = client_for(office.stranger).get("/desk/").content.decode()

    assert draft.title in mine
    assert draft.title not in theirs


def test_the_centre_sees_what_waits_for_it_and_no_draft(client_for, office, draft):
    waiting = VersionFactory(stage="approved", card={"title": "منتظر انتشار"})

    page = client_for(office.publisher).get("/desk/").content.decode()

    assert waiting.title in page
    assert draft.title not in page


def test_the_desk_filters_by_stage(client_for, office, draft):
    page = client_for(office.author).get("/desk/?stage=published").content.decode()

    assert draft.title not in page


def test_a_version_shows_its_findings_beside_their_boxes_and_where_values_were_read(client_for, office, draft):
    FindingFactory(version=draft, field="card.audience", message="مخاطب روشن نیست")

    page = client_for(office.author).get(address(draft)).content.decode()

    assert page.count("مخاطب روشن نیست") == 2
    assert ValueTrace.objects.get(version=draft).raw in page


def test_a_stranger_with_the_same_right_elsewhere_finds_nothing_and_it_is_logged(client_for, office, draft, caplog):
    client = client_for(office.stranger)

    answers = [client.get(address(draft)).status_code, client.post(address(draft, "submit/")).status_code]

    assert answers == [404, 404]
    assert "of another agency" in caplog.text
    draft.refresh_from_db()
    assert draft.stage == "draft"


def test_buttons_are_for_those_who_may_press_them(client_for, office, draft):
    assert "/submit/" in client_for(office.author).get(address(draft)).content.decode()
    assert "/submit/" not in client_for(office.reader).get(address(draft)).content.decode()


def test_the_author_sends_a_draft_and_is_told_where_it_stands(client_for, office, draft):
    response = client_for(office.author).post(address(draft, "submit/"), follow=True)

    draft.refresh_from_db()
    assert draft.stage == "submitted"
    assert "در انتظار تأیید دستگاه" in response.content.decode()


def test_a_refusal_is_a_sentence_on_the_page(client_for, office, draft):
    response = client_for(office.reader).post(address(draft, "submit/"), follow=True)

    draft.refresh_from_db()
    assert draft.stage == "draft"
    assert "نویسندگان «سازمان نمونه»" in response.content.decode()


def test_a_move_that_does_not_exist_is_not_found(client_for, office, draft):
    assert client_for(office.author).post(address(draft, "burn/")).status_code == 404


def test_moves_are_posted_only(client_for, office, draft):
    assert client_for(office.author).get(address(draft, "submit/")).status_code == 405


def test_the_history_says_who_did_what_and_when(client_for, office, draft):
    page = client_for(office.author).get(address(draft)).content.decode()

    assert persian_digits(office.author.full_name) in page
    assert "۱۴۰۵" in page


def test_the_page_of_a_version_costs_at_most_twelve_questions(client_for, office, draft, django_assert_max_num_queries):
    FindingFactory.create_batch(5, version=draft)
    titles_of(office.owner)
    client = client_for(office.author)

    with django_assert_max_num_queries(12):
        client.get(address(draft))


def test_the_desk_costs_the_same_for_few_and_for_many(client_for, office, draft, assert_same_cost):
    client = client_for(office.author)

    assert_same_cost(lambda: client.get("/desk/"), lambda: VersionFactory.create_batch(4, service__owner=office.owner))


def test_pages_of_the_desk_are_never_cached(client_for, office, draft):
    assert "no-store" in client_for(office.author).get(address(draft))["Cache-Control"]


def test_all_components_stand_on_one_page(client_for):
    page = client_for(UserFactory()).get("/desk/components/").content.decode()

    for piece in ("t-maybe", "unclear", "unsaid", "stop-both", "badge-seal", "stamp", "<svg"):
        assert piece in page
