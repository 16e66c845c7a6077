"""The inbox: one's own messages, unread first; opening one reads it; the head of the desk counts them."""

from datetime import timedelta

import pytest

from khedmat.notices import actions
from khedmat.notices.models import Notice
from tests.factories.cards import NOW
from tests.factories.notices import CONTEXT, tell
from tests.factories.people import OrganizationFactory, UserFactory, person
from tests.web.signing_in import asks_to_sign_in

pytestmark = pytest.mark.django_db
PAGE = "/desk/inbox/"


@pytest.fixture
def sara():
    return person("approver", OrganizationFactory())


def titled(title):
    return {"context": CONTEXT | {"title": title}, "dedupe": title}


def seen(client, address=PAGE):
    return client.get(address).content.decode()


def test_the_owner_sees_the_message_its_day_and_that_it_is_new(client_for, sara):
    tell(sara)

    page = seen(client_for(sara))

    assert "«صدور پروانه» از «سازمان خانه»" in page
    assert "۱ آذر ۱۴۰۵" in page
    assert "notice-new" in page


@pytest.mark.parametrize("kin", ["colleague", "stranger"])
def test_neither_a_colleague_nor_a_stranger_of_the_same_role_sees_it(client_for, sara, kin):
    office = sara.memberships.get().organization if kin == "colleague" else OrganizationFactory()
    tell(sara)

    page = seen(client_for(person("approver", office)))

    assert "صدور پروانه" not in page
    assert "پیامی ندارید" in page


def test_whoever_is_not_signed_in_is_shown_the_door(client, sara):
    notice = tell(sara)[0]

    answers = (client.get(PAGE), client.post(f"{PAGE}{notice.pk}/read/"), client.post(f"{PAGE}read/"))
    assert all(map(asks_to_sign_in, answers))
    assert Notice.objects.unread().count() == 1


def test_opening_reads_it_and_leads_to_its_place(client_for, sara):
    notice = tell(sara)[0]

    answer = client_for(sara).post(f"{PAGE}{notice.pk}/read/", {"open": "1"})

    assert answer["Location"] == "/desk/versions/1/"
    assert not Notice.objects.of(sara).unread().exists()


def test_marking_reads_it_and_stays(client_for, sara):
    notice = tell(sara)[0]

    answer = client_for(sara).post(f"{PAGE}{notice.pk}/read/")

    assert answer["Location"] == PAGE
    assert not Notice.objects.of(sara).unread().exists()


@pytest.mark.parametrize("kin", ["colleague", "stranger"])
def test_another_persons_message_is_not_found_and_the_attempt_is_logged(client_for, sara, kin, caplog):
    office = sara.memberships.get().organization if kin == "colleague" else OrganizationFactory()
    notice = tell(sara)[0]

    answer = client_for(person("approver", office)).post(f"{PAGE}{notice.pk}/read/", {"open": "1"})

    assert answer.status_code == 404
    assert Notice.objects.of(sara).unread().count() == 1
    assert f"asked to read notice {notice.pk}" in caplog.text


def test_a_visit_reads_nothing(client_for, sara):
    notice = tell(sara)[0]
    client = client_for(sara)

    client.get(PAGE)

    assert client.get(f"{PAGE}{notice.pk}/read/").status_code == 405
    assert Notice.objects.of(sara).unread().count() == 1


def test_reading_all_reads_ones_own_only(client_for, sara):
    reza = UserFactory()
    tell(sara, reza)
    tell(sara, **titled("تمدید پروانه"))

    page = client_for(sara).post(f"{PAGE}read/", follow=True).content.decode()

    assert "۲ پیام خوانده شد." in page
    assert Notice.objects.unread().get().user == reza


def test_unread_come_first_and_then_the_newest(client_for, sara):
    for hour, title in enumerate(["یکم", "دوم", "سوم"]):
        tell(sara, at=NOW + timedelta(hours=hour), **titled(title))
    actions.mark_read(Notice.objects.get(dedupe="سوم"), by=sara, at=NOW + timedelta(days=1))

    page = seen(client_for(sara))

    assert page.index("دوم") < page.index("یکم") < page.index("سوم")


def test_the_filter_lives_in_the_address(client_for, sara):
    tell(sara, **titled("خوانده"))
    actions.mark_all_read(by=sara, at=NOW)
    tell(sara, **titled("تازه‌رسیده"))
    client = client_for(sara)

    assert "«خوانده»" in seen(client)
    assert "«خوانده»" not in seen(client, f"{PAGE}?show=unread")
    assert "«تازه‌رسیده»" in seen(client, f"{PAGE}?show=unread")
    assert "«خوانده»" in seen(client, f"{PAGE}?show=nonsense")


def test_pages_keep_the_filter(client_for, sara):
    for number in range(31):
        tell(sara, **titled(f"پروانهٔ {number}"))

    page = seen(client_for(sara), f"{PAGE}?show=unread")

    assert "?show=unread&amp;page=2" in page
    assert seen(client_for(sara), f"{PAGE}?show=unread&page=2").count("notice-line") == 1


def test_the_head_of_every_page_of_the_desk_counts_ones_own_unread(client_for, sara):
    tell(sara, UserFactory())
    tell(sara, **titled("تمدید پروانه"))
    client = client_for(sara)

    for address in ("/desk/", "/account/"):
        assert '<b class="unread">۲<' in seen(client, address)
    actions.mark_all_read(by=sara, at=NOW)
    assert 'class="unread"' not in seen(client, "/desk/")


def test_signs_of_html_in_a_title_stay_text(client_for, sara):
    tell(sara, **titled("<script>alert(1)</script>"))

    page = seen(client_for(sara))

    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page


def test_thirty_messages_cost_as_much_as_one(client_for, sara, assert_same_cost):
    tell(sara)
    client = client_for(sara)

    assert_same_cost(
        lambda: client.get(PAGE), lambda: [tell(sara, **titled(f"پروانهٔ {number}")) for number in range(25)]
    )
