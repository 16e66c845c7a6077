"""Work queues: for each role what waits, how long, what is late; each leads to the list narrowed to it."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.utils import timezone

from khedmat.cards.deadlines import late_from, wait_of
from khedmat.cards.enums import Say, Stage
from khedmat.cards.models import Remark, StageChange
from khedmat.web.desk.queues.table import QUEUES
from khedmat.web.desk.queues.views import parts_of
from tests.factories.cards import NOW, VersionFactory
from tests.factories.people import MembershipFactory, OrganizationFactory, UserFactory, centre, invited, person

pytestmark = pytest.mark.django_db
LONG_AFTER = NOW + timedelta(days=120)


@pytest.fixture
def office():
    owner = OrganizationFactory(name="سازمان نمونه")
    roles = {role: person(role, owner) for role in ("author", "approver", "manager", "reader")}
    return SimpleNamespace(owner=owner, reviewer=person("reviewer", centre()), **roles)


def card(office, stage="draft", **more):
    return VersionFactory(service__owner=office.owner, stage=stage, **more)


def counts(user, at=LONG_AFTER):
    return {one.queue.code: one.count for part in parts_of(user, at) for one in part.queues}


def waiting(user):
    return {code: count.number for code, count in counts(user).items() if count.number}


def say(version, kind, by, *, path="card.title", of_centre=True):
    proposed = "متن" if kind == Say.SUGGEST else None
    said = {"text": "چرا؟", "proposed": proposed, "of_centre": of_centre, "at": NOW}
    return Remark.objects.create(version=version, path=path, kind=kind, by=by, **said)


def test_each_role_has_its_own_queues(office):
    for stage in ("draft", "submitted", "approved", "accepted", "suspended", "returned"):
        card(office, stage)

    assert waiting(office.author) == {"edit": 1, "mend": 1}
    assert waiting(office.approver) == {"approve": 1}
    assert waiting(office.reviewer) == {"accept": 1, "identify": 1}
    assert waiting(person("publisher", centre())) == {"accept": 1, "identify": 1, "publish": 1, "resume": 1}
    assert parts_of(office.reader, NOW) == []


def test_strangers_with_the_same_right_elsewhere_find_nothing(office):
    for stage in ("draft", "submitted", "approved", "accepted", "returned"):
        card(office, stage)
    invited(office.owner, at=timezone.now(), by=office.manager)

    for role in ("author", "approver", "reviewer", "publisher", "manager"):
        assert waiting(person(role, OrganizationFactory())) == {}


def test_roles_of_the_centre_held_elsewhere_have_no_queue(office):
    assert parts_of(person("reviewer", office.owner), NOW) == []


def test_what_has_its_day_waits_for_it_and_not_for_me(office):
    version = card(office, "accepted")
    version.publish_on = (NOW + timedelta(days=9)).date()
    version.save(update_fields=["publish_on"])

    found = counts(person("publisher", centre()))

    assert found["publish"].number == 0
    assert (found["appointed"].number, found["appointed"].nearest) == (1, version.publish_on)


def test_late_is_what_outran_its_term_in_working_days(office):
    card(office, "submitted")
    arrived = timezone.localdate(NOW + timedelta(hours=1))
    last = wait_of(Stage.SUBMITTED, arrived, arrived).due

    def late(day):
        at = timezone.make_aware(timezone.datetime(day.year, day.month, day.day, 12))
        return counts(office.approver, at)["approve"].late

    assert late(last) == 0
    assert late(last + timedelta(days=7)) == 1


@pytest.mark.parametrize("days", range(40))
def test_the_day_of_lateness_agrees_with_the_wait_that_a_row_shows(days):
    on = (NOW + timedelta(days=days)).date()
    newest = late_from(Stage.SUBMITTED, on)

    assert wait_of(Stage.SUBMITTED, newest, on).late > 0
    assert wait_of(Stage.SUBMITTED, newest + timedelta(days=1), on).late == 0


def test_the_oldest_is_told_by_its_arrival_at_the_stage(office):
    version = card(office, "submitted")
    came = version.stage_changes.get(target="submitted").at

    assert counts(office.approver)["approve"].oldest == came
    assert StageChange.objects.exclude(at=came).exists()


def test_a_question_waits_for_the_agency_until_it_is_answered_and_then_for_whoever_asked(office):
    version, colleague = card(office, "approved"), person("reviewer", centre())
    say(version, Say.ASK, office.reviewer)

    assert waiting(office.author) == {"answer": 1}
    assert waiting(office.approver) == {"answer": 1}
    assert "settle" not in waiting(office.reviewer)

    say(version, Say.ANSWER, office.author, of_centre=False)

    assert "answer" not in waiting(office.author)
    assert waiting(office.reviewer)["settle"] == 1
    assert "settle" not in waiting(colleague)

    say(version, Say.ACCEPT, office.reviewer)

    assert "settle" not in waiting(office.reviewer)


def test_another_question_after_the_answer_waits_for_the_agency_again(office):
    version = card(office, "approved")
    for kind, by in [(Say.ASK, office.reviewer), (Say.ANSWER, office.author), (Say.SUGGEST, office.reviewer)]:
        say(version, kind, by)

    assert waiting(office.author) == {"answer": 1}
    assert "settle" not in waiting(office.reviewer)


def test_a_manager_sees_open_invitations_and_roles_that_end_soon(office):
    at = timezone.now()
    invited(office.owner, at=at, by=office.manager)
    soon = timezone.localdate(at) + timedelta(days=5)
    MembershipFactory(organization=office.owner, role="reader", ends_on=soon)
    MembershipFactory(organization=office.owner, role="reader", ends_on=soon + timedelta(days=60))

    found = counts(office.manager, at)

    assert (found["invitations"].number, found["ending"].number, found["ending"].nearest) == (1, 1, soon)
    assert counts(office.manager, at + timedelta(days=15))["invitations"].number == 0


def test_the_page_leads_to_the_list_that_holds_exactly_the_queue(client_for, office):
    client, mine = client_for(office.approver), card(office, "submitted", card={"title": "برای من"})
    card(office, "draft", card={"title": "پیش‌نویس کسی"})

    assert 'href="/desk/?queue=approve"' in client.get("/desk/queues/").content.decode()
    listed = client.get("/desk/?queue=approve")

    assert [row.version.pk for row in listed.context["rows"]] == [mine.pk]
    assert "در انتظار تأیید" in listed.content.decode()


@pytest.mark.parametrize("queue", [one.code for one in QUEUES if "queue=" in one.goal])
def test_every_queue_of_cards_narrows_the_list_without_an_error(client_for, office, queue):
    card(office, "draft")

    assert client_for(office.reviewer).get(f"/desk/?queue={queue}").status_code == 200


def test_an_unknown_queue_narrows_nothing(client_for, office):
    card(office, "draft")

    assert len(client_for(office.author).get("/desk/?queue=nothing").context["rows"]) == 1


def test_the_door_is_closed_to_strangers_and_an_empty_page_says_why(client, client_for):
    assert client.get("/desk/queues/").status_code == 302
    assert "نقش شما" in client_for(UserFactory()).get("/desk/queues/").content.decode()


def test_somebody_with_every_role_is_told_in_few_questions(client_for, office, django_assert_max_num_queries):
    user = UserFactory()
    for role in ("author", "approver", "manager"):
        MembershipFactory(user=user, organization=office.owner, role=role)
    for role in ("reviewer", "publisher", "steward"):
        MembershipFactory(user=user, organization=centre(), role=role)
    for stage in ("draft", "submitted", "approved", "accepted"):
        card(office, stage)
    client = client_for(user)

    with django_assert_max_num_queries(6):
        response = client.get("/desk/queues/")

    assert [len(part.queues) for part in response.context["parts"]]
    assert len({one.queue.code for part in response.context["parts"] for one in part.queues}) == len(QUEUES)


def test_the_list_costs_the_same_when_a_queue_is_looked_at(client_for, office, assert_same_cost):
    client = client_for(office.author)
    card(office)

    assert_same_cost(lambda: client.get("/desk/?queue=edit"), lambda: [card(office) for _more in range(3)])
