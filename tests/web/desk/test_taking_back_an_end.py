"""An end of a law or a system that was written by mistake is taken back: by its keeper, told, and kept in the log."""

import pytest
from django.core.exceptions import ValidationError

from khedmat.cards.laws import actions as laws
from khedmat.cards.laws.where import on_ended_laws
from khedmat.cards.lines import ending as systems
from khedmat.cards.models import ServiceVersion
from khedmat.notices.enums import NoticeKind
from khedmat.notices.models import Notice
from khedmat.registers.models import LegalSource, RegisterChange, System
from tests.cards.laws.test_binding import citing
from tests.cards.lines.test_kinds import version_with
from tests.factories.cards import NOW
from tests.factories.people import OrganizationFactory, centre, person
from tests.factories.registers import a_law, a_system, legal_steward, steward
from tests.web.signing_in import asks_to_sign_in

pytestmark = pytest.mark.django_db
BACK = {"back": "1"}
CITED = "قانون هوای پاک مصوب 1396"


def told(response):
    return " ".join(response.content.decode().split())


@pytest.fixture
def law():
    """A law that ended by mistake, with a published card whose author and approver were told."""
    found, version = a_law(), citing(CITED, published=True)
    for role in ("author", "approver"):
        person(role, version.service.owner)
    laws.end(found, None, seen=laws.preview(found, None).seen, by=legal_steward(), at=NOW)
    return found


def address(entry, register="laws"):
    return f"/desk/registers/{register}/{entry.pk}/end/"


def test_its_keeper_takes_it_back_on_a_page_that_says_what_that_touches(client_for, law):
    keeper = client_for(legal_steward())
    entry = told(keeper.get(f"/desk/registers/laws/{law.pk}/"))
    asked = told(keeper.get(address(law)))

    page = told(keeper.post(address(law), BACK, follow=True))

    assert address(law) in entry
    assert "۱ شناسنامهٔ منتشرشده آن را نام می‌برد" in asked
    assert "پایان آن پس گرفته شد" in page
    assert LegalSource.objects.get().holds
    assert not on_ended_laws(legal_steward(), NOW.date()).exists()
    assert ServiceVersion.objects.get().checked_with == ""


def test_those_who_were_told_hear_that_it_holds_and_the_old_message_waits_no_more(law):
    laws.take_back(law, by=legal_steward(), at=NOW)

    back = Notice.objects.filter(kind=NoticeKind.ENTRY_BACK)
    assert set(back.values_list("user", flat=True)) == set(
        Notice.objects.filter(kind=NoticeKind.LAW_ENDED).values_list("user", flat=True)
    )
    assert back.count() == 2
    assert not Notice.objects.filter(kind=NoticeKind.LAW_ENDED, read_at=None).exists()


def test_both_steps_stay_in_the_log(law):
    laws.take_back(law, by=legal_steward(), at=NOW)

    states = RegisterChange.objects.filter(entry=law.pk, step="changed").order_by("pk").values_list("after", flat=True)

    assert [one["state"] for one in states] == ["repealed", "in_force"]


def test_a_replaced_system_runs_again_and_names_nothing_after_it():
    gone, after = a_system(code="trade"), a_system("پنجرهٔ تجارت", code="window")
    person("author", version_with().service.owner)
    systems.end(gone, after, seen=systems.preview(gone, after).seen, by=steward(), at=NOW)

    systems.take_back(gone, by=steward(), at=NOW)

    gone.refresh_from_db()
    assert (gone.holds, gone.replaced_by) == (True, None)
    assert Notice.objects.filter(kind=NoticeKind.ENTRY_BACK).exists()
    assert System.objects.get(pk=after.pk).holds


def test_what_holds_is_not_taken_back_and_the_sentence_says_so():
    law = a_law()

    with pytest.raises(ValidationError, match="معتبر است و چیزی برای بازگرداندن نیست"):
        laws.take_back(law, by=legal_steward(), at=NOW)


def test_nobody_else_takes_it_back(client_for, client, law):
    strangers = [steward(), person("publisher", centre()), person("legal_steward", OrganizationFactory())]

    assert [client_for(user).post(address(law), BACK).status_code for user in strangers] == [404] * 3
    assert asks_to_sign_in(client.post(address(law), BACK))
    with pytest.raises(ValidationError, match="متولی قوانین و مقررات"):
        laws.take_back(law, by=steward(), at=NOW)
    assert not LegalSource.objects.get().holds


def test_a_second_press_tells_that_it_holds_already(client_for, law):
    keeper = client_for(legal_steward())
    keeper.post(address(law), BACK)

    page = told(keeper.get(f"/desk/registers/laws/{law.pk}/"))

    assert "پس‌گرفتن پایان" not in page
    assert "جایگزین یا نسخ شده" in page
