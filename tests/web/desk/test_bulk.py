"""Several cards at once at the desk: chosen in the list, seen before, told afterwards; without JavaScript."""

import re
from types import SimpleNamespace

import pytest

from khedmat.cards.enums import BulkState, Stage
from khedmat.cards.models import BulkRun, ServiceVersion
from khedmat.web.desk.bulk import choosing, views
from tests.factories.cards import VersionFactory
from tests.factories.people import OrganizationFactory, UserFactory, centre, person

pytestmark = pytest.mark.django_db


@pytest.fixture
def office():
    owner = OrganizationFactory(name="سازمان نمونه")
    roles = {role: person(role, owner) for role in ("author", "approver", "reader")}
    return SimpleNamespace(owner=owner, reviewer=person("reviewer", centre()), **roles)


@pytest.fixture
def sent(office):
    return [VersionFactory(service__owner=office.owner, stage=Stage.SUBMITTED) for _one in range(3)]


def preview(client, versions, act="approve"):
    return client.get("/desk/bulk/", {"v": [one.pk for one in versions], "act": act})


def press(client, page, act="approve", **said):
    """What the form of the page sends."""
    fields = dict(re.findall(r'name="(versions|token)" value="([^"]*)"', page.content.decode()))
    return client.post(f"/desk/bulk/?act={act}", fields | said)


def stages(versions):
    return sorted(ServiceVersion.objects.filter(pk__in=[one.pk for one in versions]).values_list("stage", flat=True))


def test_the_list_has_boxes_for_those_who_decide_and_for_nobody_else(client_for, office, sent):
    assert f'name="v" value="{sent[0].pk}"' in client_for(office.approver).get("/desk/").content.decode()
    for user in (office.author, office.reader):
        assert 'name="v"' not in client_for(user).get("/desk/").content.decode()


def test_steps_are_offered_with_the_number_of_cards(client_for, office, sent):
    page = client_for(office.approver).get("/desk/bulk/", {"v": [one.pk for one in sent]})

    assert [(code, number) for code, _label, number in page.context["offers"]] == [("approve", 3), ("return", 3)]


def test_nothing_is_written_before_the_button_is_pressed(client_for, office, sent):
    page = preview(client_for(office.approver), sent)

    assert "برای ۳ شناسنامه این گام برداشته می‌شود" in page.content.decode()
    assert stages(sent) == ["submitted"] * 3
    assert not BulkRun.objects.exists()


def test_what_was_seen_is_done_and_told(client_for, office, sent):
    client = client_for(office.approver)

    answer = press(client, preview(client, sent))

    assert stages(sent) == ["approved"] * 3
    told = client.get(answer["Location"]).context["told"]
    assert (len(told.done), told.refused, told.waiting, told.run.state) == (3, [], [], BulkState.DONE)


def test_what_cannot_be_done_is_said_before_and_left_out(client_for, office, sent):
    mine = VersionFactory(service__owner=office.owner, stage=Stage.SUBMITTED, created_by=office.approver)
    client = client_for(office.approver)
    page = preview(client, [*sent, mine])

    assert [one.version.pk for one in page.context["refused"]] == [mine.pk]
    assert "باید سه نفر باشند" in page.content.decode()
    press(client, page)
    assert stages([mine]) == ["submitted"]
    assert stages(sent) == ["approved"] * 3


def test_whoever_comes_second_is_told_who_was_first(client_for, office, sent):
    client = client_for(office.approver)
    page = preview(client, sent)
    colleague = client_for(person("approver", office.owner))
    press(colleague, preview(colleague, sent[:1]))

    told = client.get(press(client, page)["Location"]).context["told"]

    assert len(told.done) == 2
    (refused,) = told.refused
    assert "در بررسی مرکز" in refused.reasons[0]


def test_the_same_page_sent_twice_does_nothing_twice(client_for, office, sent):
    client = client_for(office.approver)
    page = preview(client, sent)

    assert press(client, page)["Location"] == press(client, page)["Location"]
    assert BulkRun.objects.count() == 1


def test_a_reason_is_wanted_and_what_was_chosen_stays(client_for, office, sent):
    client = client_for(office.approver)
    page = preview(client, sent, "return")

    empty = press(client, page, "return", reason=" ")
    assert empty.status_code == 200
    assert "دلیل را بنویسید" in empty.content.decode()

    press(client, empty, "return", reason="بخش ۴ خالی است.")
    assert stages(sent) == ["returned"] * 3


@pytest.mark.parametrize("day", ["", "۱۳۰۰/۰۱/۰۱", "فردا"])
def test_a_day_that_cannot_be_is_refused_on_the_page(client_for, office, day):
    accepted = [VersionFactory(service__owner=office.owner, stage=Stage.ACCEPTED, card={"service_id": "13011466000"})]
    client = client_for(person("publisher", centre()))

    assert press(client, preview(client, accepted, "appoint"), "appoint", day=day).status_code == 200
    assert not BulkRun.objects.exists()


def test_all_of_a_filter_are_taken_with_a_bound(client_for, office, sent, monkeypatch):
    client = client_for(office.approver)
    VersionFactory(service__owner=office.owner)

    every = client.get("/desk/bulk/?queue=approve&all=1&act=approve").context["chosen"]
    monkeypatch.setattr(choosing, "MOST", 2)
    bounded = client.get("/desk/bulk/?queue=approve&all=1&act=approve")

    assert {one.pk for one in every.versions} == {one.pk for one in sent}
    assert (len(bounded.context["chosen"].versions), bounded.context["chosen"].left_out) == (2, 1)
    assert "۱ شناسنامهٔ دیگر" in bounded.content.decode()


def test_a_long_run_goes_to_the_queue_and_can_be_cancelled(client_for, office, sent, monkeypatch):
    monkeypatch.setattr(views, "AT_ONCE", 2)
    client = client_for(office.approver)
    place = press(client, preview(client, sent))["Location"]

    page = client.get(place)
    assert "۰ از ۳" in page.content.decode()
    assert "Refresh" not in page
    assert client.get(f"{place}?watch=1")["Refresh"] == "3"

    client.post(place, {"act": "cancel"})
    assert "به آن نرسید" in client.get(place).content.decode()
    assert stages(sent) == ["submitted"] * 3
    assert "چیزی از آن نمانده" in client.post(place, {"act": "cancel"}, follow=True).content.decode()


def test_somebody_else_s_run_is_not_there(client, client_for, office, sent):
    mine = client_for(office.approver)
    place = press(mine, preview(mine, sent))["Location"]

    for user in (person("approver", office.owner), office.reader, person("approver", OrganizationFactory())):
        assert client_for(user).get(place).status_code == 404
        assert client_for(user).post(place, {"act": "cancel"}).status_code == 404
    assert client.get(place).status_code == 302
    assert mine.post(place, {"act": "burn"}).status_code == 404


def test_strangers_choose_nothing_whatever_they_write_in_the_address(client, client_for, office, sent):
    stranger = client_for(person("approver", OrganizationFactory()))

    assert "چیزی برگزیده نشده" in preview(stranger, sent).content.decode()
    assert client.get("/desk/bulk/").status_code == 302
    forged = {"versions": ",".join(str(one.pk) for one in sent), "token": "7b0c5f1e-5d1c-4a0e-9a39-0a4a4b6d2f11"}
    assert stranger.post("/desk/bulk/?act=approve", forged).status_code == 200
    assert stages(sent) == ["submitted"] * 3


@pytest.mark.parametrize("query", ["v=x", "v=99999999999999999999", "act=burn", "act=approve", "all=1&stage=none", ""])
def test_nothing_in_the_address_breaks_the_page(client_for, office, query):
    assert client_for(office.approver).get(f"/desk/bulk/?{query}").status_code == 200
    assert client_for(UserFactory()).get(f"/desk/bulk/?{query}").status_code == 200


def test_a_form_without_its_token_is_refused(client_for, office, sent):
    client = client_for(office.approver)

    assert press(client, preview(client, sent), token="x").status_code == 200
    assert stages(sent) == ["submitted"] * 3


@pytest.mark.parametrize("act", ["", "accept", "publish", "return"])
def test_the_page_costs_twelve_questions_for_any_number(client_for, office, act, django_assert_max_num_queries):
    for stage in (Stage.APPROVED, Stage.APPROVED, Stage.ACCEPTED, Stage.SUBMITTED):
        VersionFactory(service__owner=office.owner, stage=stage)
    client = client_for(person("publisher", centre()))

    with django_assert_max_num_queries(12):
        client.get(f"/desk/bulk/?all=1&act={act}")


def test_the_page_of_a_run_costs_the_same_for_any_number(client_for, office, sent, django_assert_max_num_queries):
    client = client_for(office.approver)
    place = press(client, preview(client, sent))["Location"]

    with django_assert_max_num_queries(7):
        client.get(place)
