"""Telling people: once while unread, by the ways that they chose, in the transaction of what happened."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, IntegrityError, transaction
from procrastinate.contrib.django.models import ProcrastinateJob

from khedmat.notices import actions
from khedmat.notices.enums import Channel, DeliveryState, NoticeKind, Timing
from khedmat.notices.models import Attempt, Delivery, Mobile, Notice, Preference
from tests.factories.cards import NOW
from tests.factories.notices import CONTEXT, tell
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db
GATEWAY = {"url": "https://sms.example.ir/${number}/${text}"}


def jobs():
    return [job.args for job in ProcrastinateJob.objects.filter(task_name="khedmat.notices.tasks.send").order_by("pk")]


def ways(user):
    return set(Delivery.objects.filter(notice__user=user).values_list("channel", "timing"))


def prefer(user, channel, timing, kind=NoticeKind.CARD_WAITS):
    Preference.objects.create(user=user, kind=kind, channel=channel, timing=timing)


def test_a_message_stands_in_the_inbox_of_each_of_them():
    sara, reza = UserFactory(), UserFactory()

    told = tell(sara, reza, about="version 1")

    assert {notice.user for notice in told} == {sara, reza}
    assert Notice.objects.of(sara).unread().get().context == CONTEXT
    assert Notice.objects.of(sara).get().about == "version 1"


def test_what_is_unread_is_not_said_again():
    sara, reza = UserFactory(email="s@example.ir"), UserFactory()
    tell(sara)

    told = tell(sara, reza, at=NOW + timedelta(hours=1))

    assert [notice.user for notice in told] == [reza]
    assert Notice.objects.of(sara).count() == 1
    assert len(jobs()) == 1


def test_what_was_read_is_said_anew():
    sara = UserFactory()
    actions.mark_read(tell(sara)[0], by=sara, at=NOW)

    tell(sara, at=NOW + timedelta(hours=1))

    assert Notice.objects.of(sara).count() == 2
    assert Notice.objects.of(sara).unread().count() == 1


def test_another_thing_or_another_kind_is_another_message():
    sara = UserFactory()

    tell(sara)
    tell(sara, dedupe="version-2")
    tell(sara, kind=NoticeKind.CARD_MOVED)

    assert Notice.objects.of(sara).count() == 3


def test_somebody_named_twice_is_told_once():
    sara = UserFactory(email="s@example.ir")

    assert len(tell(sara, sara)) == 1
    assert len(jobs()) == 1


def test_who_left_is_not_told():
    assert tell(UserFactory(is_active=False, email="gone@example.ir")) == []
    assert not Notice.objects.exists()


def test_nobody_to_tell_is_no_error():
    assert tell() == []


def test_an_undone_step_tells_nobody():
    sara = UserFactory(email="s@example.ir")

    with transaction.atomic():
        tell(sara)
        transaction.set_rollback(True)

    assert not Notice.objects.exists()
    assert not jobs()


def test_e_mail_goes_at_once_unless_somebody_chose_otherwise():
    sara = UserFactory(email="s@example.ir")

    tell(sara)

    assert ways(sara) == {(Channel.EMAIL, Timing.AT_ONCE)}
    assert jobs() == [{"delivery": Delivery.objects.get().pk}]


def test_without_an_address_only_the_inbox_has_it():
    sara = UserFactory()

    tell(sara)

    assert ways(sara) == set()
    assert not jobs()


def test_a_message_for_the_letter_of_the_day_waits_for_it():
    sara = UserFactory(email="s@example.ir")
    prefer(sara, Channel.EMAIL, Timing.DAILY)

    tell(sara)

    assert Delivery.objects.for_digest().get().notice.user == sara
    assert not jobs()


def test_never_is_never_and_the_inbox_has_it_still():
    sara = UserFactory(email="s@example.ir")
    prefer(sara, Channel.EMAIL, Timing.NEVER)

    tell(sara)

    assert ways(sara) == set()
    assert Notice.objects.of(sara).count() == 1


def test_a_choice_is_of_one_kind_and_of_one_person():
    sara, reza = UserFactory(email="s@example.ir"), UserFactory(email="r@example.ir")
    prefer(sara, Channel.EMAIL, Timing.NEVER)

    tell(sara, reza)
    tell(sara, kind=NoticeKind.CARD_MOVED)

    assert Delivery.objects.get(notice__user=sara).notice.kind == NoticeKind.CARD_MOVED
    assert ways(reza) == {(Channel.EMAIL, Timing.AT_ONCE)}


@pytest.mark.parametrize(
    ("gateway", "timing", "number", "goes"),
    [
        (GATEWAY, Timing.AT_ONCE, "09120000000", True),
        (GATEWAY, Timing.NEVER, "09120000000", False),
        (GATEWAY, Timing.AT_ONCE, "", False),
        ({}, Timing.AT_ONCE, "09120000000", False),
    ],
)
def test_a_text_message_needs_a_gateway_a_wish_and_a_number(settings, gateway, timing, number, goes):
    settings.SMS_GATEWAY = gateway
    sara = UserFactory()
    prefer(sara, Channel.SMS, timing)
    if number:
        Mobile.objects.create(user=sara, number=number)

    tell(sara)

    assert (ways(sara) == {(Channel.SMS, Timing.AT_ONCE)}) == goes


def test_forty_are_told_in_as_many_questions_as_a_few(django_assert_max_num_queries):
    people = UserFactory.create_batch(40)

    with django_assert_max_num_queries(8):
        assert len(tell(*people)) == 40


def test_the_first_reading_counts():
    sara = UserFactory()
    notice = tell(sara)[0]
    actions.mark_read(notice, by=sara, at=NOW)

    actions.mark_read(notice, by=sara, at=NOW + timedelta(days=1))

    assert Notice.objects.get().read_at == NOW


def test_nobody_reads_for_another():
    notice = tell(UserFactory())[0]

    with pytest.raises(Notice.DoesNotExist):
        actions.mark_read(notice, by=UserFactory(), at=NOW)


def test_reading_all_leaves_what_came_meanwhile_and_what_is_of_others():
    sara, reza = UserFactory(), UserFactory()
    tell(sara, reza)
    tell(sara, dedupe="later", at=NOW + timedelta(minutes=1))

    assert actions.mark_all_read(by=sara, at=NOW) == 1
    assert Notice.objects.of(sara).unread().get().dedupe == "later"
    assert Notice.objects.of(reza).unread().count() == 1


@pytest.mark.parametrize("link", ["https://evil.example/", "//evil.example/", "/\\evil.example", "desk/", ""])
def test_a_message_leads_nowhere_but_here(link):
    with pytest.raises(IntegrityError, match="notice_link_inside"), transaction.atomic():
        tell(UserFactory(), link=link)


def test_a_kind_that_nobody_knows_is_refused():
    with pytest.raises(IntegrityError, match="notice_known_kind"), transaction.atomic():
        tell(UserFactory(), kind="gossip")


@pytest.mark.parametrize("change", [{"link": "/desk/"}, {"dedupe": "x"}, {"context": {}}])
def test_what_was_said_stays_said(change):
    tell(UserFactory())

    with pytest.raises(DatabaseError, match="pgtrigger: Cannot"), transaction.atomic():
        Notice.objects.update(**change)


def test_neither_a_message_nor_its_log_is_deleted_or_rewritten():
    tell(UserFactory(email="s@example.ir"))
    Attempt.objects.create(delivery=Delivery.objects.get())

    for model in (Attempt, Delivery, Notice):
        with pytest.raises(DatabaseError, match="pgtrigger: Cannot"), transaction.atomic():
            model.objects.all()._raw_delete("default")
    with pytest.raises(DatabaseError, match="pgtrigger: Cannot"), transaction.atomic():
        Attempt.objects.update(problem="")


def test_a_text_message_of_the_day_does_not_exist():
    with pytest.raises(IntegrityError, match="preference_known_words"), transaction.atomic():
        prefer(UserFactory(), Channel.SMS, Timing.DAILY)


def test_choosing_again_replaces_the_choice_and_an_empty_number_is_forgotten():
    sara = UserFactory()
    wish = (NoticeKind.CARD_WAITS, Channel.EMAIL)
    actions.choose({wish: Timing.DAILY}, number="09120000000", by=sara)

    actions.choose({wish: Timing.NEVER}, number="", by=sara)

    assert Preference.objects.get(user=sara).timing == Timing.NEVER
    assert not Mobile.objects.exists()


def test_what_waits_no_longer_is_unread_no_more_for_anybody():
    sara, reza = UserFactory(), UserFactory()
    tell(sara, reza, about="version 1")
    tell(sara, about="version 2", dedupe="version-2")
    tell(sara, about="version 1", kind=NoticeKind.CARD_MOVED)

    assert actions.settle(NoticeKind.CARD_WAITS, about="version 1", at=NOW) == 2
    assert sorted(Notice.objects.of(sara).unread().values_list("about", "kind")) == [
        ("version 1", "card_moved"),
        ("version 2", "card_waits"),
    ]
    assert not Notice.objects.of(reza).unread().exists()


def test_a_delivery_begins_waiting():
    tell(UserFactory(email="s@example.ir"))

    assert Delivery.objects.get().state == DeliveryState.WAITING
