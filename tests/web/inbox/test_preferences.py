"""Which messages go further than the inbox: one's own choice."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from khedmat.notices.enums import WISHED, Channel, NoticeKind, Timing
from khedmat.notices.models import Delivery, Mobile, Preference
from tests.factories.notices import tell
from tests.factories.people import UserFactory
from tests.web.signing_in import asks_to_sign_in

pytestmark = pytest.mark.django_db
PAGE = "/account/notices/"
GATEWAY = {"url": "https://sms.example.ir/${number}/${text}"}


@pytest.fixture
def sara():
    return UserFactory(email="sara@example.ir")


def wishes(email=Timing.DAILY, **more):
    return {f"{kind}-email": email for kind, _label in WISHED} | more


def texts(timing, number):
    return {f"{kind}-sms": timing for kind, _label in WISHED} | {"number": number}


def test_what_is_chosen_is_kept_and_shown_again(client_for, sara):
    client = client_for(sara)

    answer = client.post(PAGE, wishes(), follow=True)

    assert "ذخیره شد." in answer.content.decode()
    assert answer.content.decode().count('value="daily" selected') == len(WISHED)
    assert set(Preference.objects.filter(user=sara).values_list("timing", flat=True)) == {Timing.DAILY}


@pytest.mark.parametrize(("everything", "kept"), [(Timing.DAILY, Timing.DAILY), ("", Timing.NEVER)])
def test_one_choice_is_made_for_all_kinds_at_once_or_for_none(client_for, sara, everything, kept):
    client_for(sara).post(PAGE, wishes(Timing.NEVER, **{"all-email": everything}))

    assert set(Preference.objects.filter(user=sara).values_list("timing", flat=True)) == {kept}


def test_the_number_stands_beside_what_is_chosen_for_all_and_each_kind_is_folded_away(client_for, sara, settings):
    settings.SMS_GATEWAY = GATEWAY

    page = client_for(sara).get(PAGE).content.decode()

    places = [
        page.index(part)
        for part in ('name="all-sms"', 'name="number"', '<details class="each"', 'name="card_waits-email"')
    ]
    assert places == sorted(places)
    assert page.rindex("</details>") > page.index('name="agencies_changed-sms"')


def test_text_messages_of_all_kinds_want_a_number_too(client_for, sara, settings):
    settings.SMS_GATEWAY = GATEWAY
    never = wishes() | texts(Timing.NEVER, "") | {"all-sms": Timing.AT_ONCE}

    page = client_for(sara).post(PAGE, never).content.decode()

    assert "برای پیامک شمارهٔ همراه لازم است." in page
    assert not Preference.objects.exists()


def test_what_waits_for_the_letter_of_the_day_does_not_go_once_it_is_unwanted(client_for, sara):
    client = client_for(sara)
    client.post(PAGE, wishes(Timing.DAILY))
    tell(sara), tell(sara, kind=NoticeKind.CARD_MOVED)

    client.post(PAGE, wishes(Timing.DAILY) | {f"{NoticeKind.CARD_MOVED}-email": Timing.NEVER})

    assert Delivery.objects.for_digest().get().notice.kind == NoticeKind.CARD_WAITS
    assert Delivery.objects.get(notice__kind=NoticeKind.CARD_MOVED).state == "needless"


def test_a_choice_is_ones_own(client_for, sara):
    reza = UserFactory(email="reza@example.ir")
    client_for(sara).post(PAGE, wishes())

    page = client_for(reza).get(PAGE).content.decode()

    assert page.count('value="at_once" selected') == len(WISHED)
    assert not Preference.objects.filter(user=reza).exists()


def test_whoever_is_not_signed_in_is_shown_the_door(client):
    assert asks_to_sign_in(client.post(PAGE, wishes()))
    assert not Preference.objects.exists()


def test_a_word_that_is_no_choice_is_refused_and_nothing_is_kept(client_for, sara):
    answer = client_for(sara).post(PAGE, wishes("hourly"))

    assert answer.status_code == 200
    assert "field-error" in answer.content.decode()
    assert not Preference.objects.exists()


def test_without_a_gateway_nobody_is_asked_for_a_number(client_for, sara):
    page = client_for(sara).get(PAGE).content.decode()

    assert 'name="number"' not in page
    assert "پیامک" not in page


def test_with_a_gateway_a_number_is_kept_in_latin_digits(client_for, sara, settings):
    settings.SMS_GATEWAY = GATEWAY

    client_for(sara).post(PAGE, wishes() | texts(Timing.AT_ONCE, "۰۹۱۲ ۰۰۰ ۰۰۰۰"))

    assert Mobile.objects.get(user=sara).number == "09120000000"
    assert Preference.objects.filter(user=sara, channel=Channel.SMS, timing=Timing.AT_ONCE).count() == len(WISHED)


@pytest.mark.parametrize(
    ("number", "said"), [("", "برای پیامک شمارهٔ همراه لازم است."), ("02188880000", "یازده رقم"), ("0912", "یازده رقم")]
)
def test_text_messages_want_a_number_of_a_telephone_that_gets_them(client_for, sara, settings, number, said):
    settings.SMS_GATEWAY = GATEWAY

    page = client_for(sara).post(PAGE, wishes() | texts(Timing.AT_ONCE, number)).content.decode()

    assert said in page
    assert not Mobile.objects.exists()
    assert not Preference.objects.exists()


def test_who_has_no_address_is_led_to_where_it_is_written(client_for):
    page = client_for(UserFactory()).get(PAGE).content.decode()

    assert "نشانی رایانامه‌ای از شما نداریم" in page


def test_what_is_chosen_for_everything_holds_for_kinds_that_come_later_and_is_shown_so(client_for, sara, settings):
    settings.SMS_GATEWAY = GATEWAY
    client = client_for(sara)
    client.post(PAGE, wishes() | texts(Timing.NEVER, "09120000000") | {"all-sms": Timing.AT_ONCE})
    Preference.objects.filter(kind=NoticeKind.CARD_MOVED).delete()  # as if this release had brought the kind

    tell(sara, kind=NoticeKind.CARD_MOVED)
    page = LexborHTMLParser(client.get(PAGE).content)

    assert set(Delivery.objects.values_list("channel", "timing")) == {("sms", "at_once"), ("email", "daily")}
    assert page.css_first('[name="card_moved-sms"] [selected]').attributes["value"] == Timing.AT_ONCE


def test_kinds_that_come_later_may_be_chosen_alone(client_for, sara):
    client_for(sara).post(PAGE, wishes(Timing.DAILY) | {"later-email": Timing.NEVER})
    Preference.objects.filter(kind=NoticeKind.CARD_MOVED).delete()

    tell(sara, kind=NoticeKind.CARD_MOVED), tell(sara)

    assert Delivery.objects.get().notice.kind == NoticeKind.CARD_WAITS
