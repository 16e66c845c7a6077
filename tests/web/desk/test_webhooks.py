"""The desk of webhooks: managers add, try, change and hold back the addresses of their own agency."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from khedmat.cards.enums import LinkWhy
from khedmat.webhooks import actions
from khedmat.webhooks.enums import TO_CHOOSE
from khedmat.webhooks.models import EventAttempt, EventDelivery, Subscription
from khedmat.webhooks.spreading import spread
from tests.factories.cards import NOW, VersionFactory
from tests.factories.people import MembershipFactory, OrganizationFactory, person
from tests.factories.webhooks import ADDRESS, subscribed

pytestmark = pytest.mark.django_db
PAGE, NEW = "/desk/webhooks/", "/desk/webhooks/new/"
WISH = {"address": ADDRESS, "reach": "all", "events": ["service.published", "service.retired"]}
SECRET = re.compile(r"whsec_[A-Za-z0-9+/=]{40,}")


@pytest.fixture
def home():
    return OrganizationFactory(code="home", name="سازمان خانه")


@pytest.fixture
def manager(client_for, home):
    return client_for(person("manager", home))


def text(response):
    return " ".join(response.content.decode().split())


def attempted(delivery, why, status=None, answer="", at=NOW):
    return EventAttempt.objects.create(delivery=delivery, at=at, why=why, status=status, ms=1200, answer=answer)


def test_the_secret_is_in_the_answer_to_the_form_and_nowhere_else(manager):
    answer = manager.post(NEW, WISH)

    (secret,) = set(SECRET.findall(text(answer)))
    one = Subscription.objects.get()
    assert one.secrets(timezone.now()) == [secret]
    assert (one.reach, one.kinds) == ("all", WISH["events"])
    assert "no-store" in answer["Cache-Control"]
    for address in (PAGE, f"{PAGE}{one.pk}/"):
        assert not SECRET.search(text(manager.get(address)))


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"address": ""}, "نشانی را بنویسید"),
        ({"address": "http://a.ir/x"}, "«http://a.ir/x» نشانی پذیرفتنی نیست: با https:// آغاز شود"),
        ({"address": "https://10.0.0.1/"}, "نه شمارهٔ IP"),
        ({"address": "https://a.ir/" + "x" * 600}, "۵۰۰ نویسه"),
        ({"events": []}, "دست کم یک رویداد"),
        ({"events": ["ping"]}, "ping"),
        ({"reach": "far"}, "far"),
        ({"address": "https://a.ir/\x00"}, "field-error"),
    ],
)
def test_what_cannot_be_taken_is_said_and_what_was_typed_stays(manager, changed, said):
    page = text(manager.post(NEW, WISH | changed))

    assert said in page
    assert (WISH | changed)["address"].replace("\x00", "") in page
    assert not Subscription.objects.exists()


def test_the_same_address_twice_is_refused_beside_its_box(manager):
    manager.post(NEW, WISH)

    page = text(manager.post(NEW, WISH))

    assert "همین نشانی را پیش از این" in page
    assert Subscription.objects.count() == 1


def test_who_manages_two_agencies_says_for_which(client_for, home):
    other = OrganizationFactory(name="سازمان دیگر")
    user = person("manager", home)
    MembershipFactory(user=user, organization=other, role="manager")
    client = client_for(user)
    stranger = OrganizationFactory()

    assert "سازمان دیگر" in text(client.get(NEW))
    client.post(NEW, WISH | {"organization": stranger.pk})
    assert not Subscription.objects.exists()
    client.post(NEW, WISH | {"organization": other.pk})
    assert Subscription.objects.get().organization == other


def test_four_people_ask_for_one_address(client, client_for, home, manager):
    one = subscribed(home).subscription
    colleague, stranger = client_for(person("author", home)), client_for(person("manager", OrganizationFactory()))

    assert ADDRESS in text(manager.get(PAGE))
    for other in (colleague, stranger):
        assert ADDRESS not in text(other.get(PAGE))
        assert other.get(f"{PAGE}{one.pk}/").status_code == 404
        for name in ("ping", "pause", "resume", "end", "secret"):
            assert other.post(f"{PAGE}{one.pk}/{name}/").status_code == 404
    assert "/account/login/" in client.get(PAGE)["Location"]
    kept = Subscription.objects.get()
    assert (kept.state, kept.secret) == ("active", one.secret)


def test_a_stranger_who_asks_is_kept_in_the_log(client_for, home, caplog):
    one = subscribed(home).subscription

    client_for(person("manager", OrganizationFactory())).get(f"{PAGE}{one.pk}/")

    assert f"asked for webhook {one.pk}" in caplog.text


def test_a_colleague_is_told_who_adds_addresses(client_for, home):
    page = text(client_for(person("author", home)).get(PAGE))

    assert "مدیر کاربران هر دستگاه" in page
    assert NEW not in page


def test_it_is_held_back_and_let_go_by_its_buttons(manager, home):
    one = subscribed(home).subscription
    address = f"{PAGE}{one.pk}/"

    held = text(manager.post(f"{address}pause/", follow=True))
    twice = text(manager.post(f"{address}pause/", follow=True))
    free = text(manager.post(f"{address}resume/", follow=True))

    assert "تا دوباره روشن نشود" in held
    assert "/resume/" in held
    assert "/pause/" not in held
    assert "این وب‌هوک هم‌اکنون" in twice
    assert "/pause/" in free


def test_it_is_ended_for_good_and_offers_nothing_more(manager, home):
    one = subscribed(home).subscription
    address = f"{PAGE}{one.pk}/"

    ended = text(manager.post(f"{address}end/", follow=True))
    secret = text(manager.post(f"{address}secret/", follow=True))

    assert "دیگر چیزی به این نشانی" in ended
    assert "<form" not in ended.partition("<main")[2]
    assert "این وب‌هوک پایان یافته است" in secret
    assert not SECRET.search(secret)


def test_a_ping_is_queued_and_seen_on_the_page(manager, home):
    one = subscribed(home).subscription

    page = text(manager.post(f"{PAGE}{one.pk}/ping/", follow=True))

    assert "پیام آزمایشی در صف است" in page
    assert EventDelivery.objects.get().event.name in page
    assert "هنوز در راه است" in text(manager.post(f"{PAGE}{one.pk}/ping/", follow=True))


def test_a_new_secret_is_shown_once_and_the_former_one_signs_for_a_day(manager, home):
    made = subscribed(home, at=timezone.now())

    page = text(manager.post(f"{PAGE}{made.subscription.pk}/secret/"))

    (secret,) = set(SECRET.findall(page))
    assert "راز پیشین تا یک روز" in page
    assert Subscription.objects.get().secrets(timezone.now()) == [secret, made.secret]


def test_deliveries_stand_with_what_the_server_answered(manager, home):
    one = subscribed(home).subscription
    VersionFactory(service__owner=home, published=True)
    spread(at=NOW)
    delivery = EventDelivery.objects.get()
    attempted(delivery, LinkWhy.SERVER, 503, "<script>alert(1)</script>")
    attempted(delivery, LinkWhy.PRIVATE)

    page = text(manager.get(f"{PAGE}{one.pk}/"))

    for words in ("خدمتی برای نخستین بار منتشر شد", "۲ تلاش", "خطای سرور", "503", "شبکهٔ داخلی", "در راه", "نوبت بعدی"):
        assert words in page
    assert "&lt;script&gt;alert(1)" in page
    assert "<script>alert" not in page


def test_what_was_held_back_says_why_and_how_to_go_on(manager, home):
    one = subscribed(home).subscription
    Subscription.objects.update(state="failed", state_by=None)

    page = text(manager.get(f"{PAGE}{one.pk}/"))

    assert "دوباره روشن کنید" in page
    assert "خود سامانه" in page


def test_a_page_of_many_messages_asks_as_many_questions_as_one_of_few(manager, home, assert_same_cost):
    one = subscribed(home).subscription
    VersionFactory(service__owner=home, published=True)
    spread(at=NOW)

    def grow():
        for _ in range(3):
            VersionFactory(service__owner=home, published=True)
        spread(at=NOW)
        for delivery in EventDelivery.objects.all():
            attempted(delivery, LinkWhy.ANSWERED, 204)
        subscribed(home, address="https://b.example.ir/")

    assert_same_cost(lambda: (manager.get(f"{PAGE}{one.pk}/"), manager.get(PAGE)), grow)


def test_the_pages_have_labels_persian_digits_and_no_style_of_their_own(manager, home):
    one = subscribed(home).subscription
    actions.ping(one, by=one.made_by, at=NOW + timedelta(hours=1))

    for address in (PAGE, NEW, f"{PAGE}{one.pk}/"):
        page = manager.get(address).content.decode()
        boxes = set(re.findall(r'<(?:input|select|textarea)[^>]*\bid="([^"]+)"', page))
        assert boxes <= set(re.findall(r'<label for="([^"]+)"', page))
        assert "style=" not in page
        assert len(re.findall("<h1", page)) == 1
    assert len(TO_CHOOSE) == len(re.findall('type="checkbox"', manager.get(NEW).content.decode()))


def test_a_message_is_sent_again_by_one_press(manager, home):
    one = subscribed(home).subscription
    VersionFactory(service__owner=home, published=True)
    spread(at=timezone.now())
    row = EventDelivery.objects.get()
    address, page = f"{PAGE}{one.pk}/", f"{PAGE}{one.pk}/messages/{row.pk}/send/"
    assert page not in text(manager.get(address))
    EventDelivery.objects.update(state="lost")

    assert f'action="{page}"' in text(manager.get(address))
    answer = manager.post(page, follow=True)

    assert "پیام دوباره در صف است" in text(answer)
    assert EventDelivery.objects.get().state == "waiting"
    assert "هنوز در راه است" in text(manager.post(page, follow=True))


def test_a_message_of_another_address_or_agency_is_not_there(client_for, manager, home):
    one = subscribed(home).subscription
    foreign = subscribed(OrganizationFactory()).subscription
    VersionFactory(service__owner=foreign.organization, published=True)
    spread(at=timezone.now())
    row = EventDelivery.objects.get(subscription=foreign)

    for client, owner in ((manager, one), (manager, foreign), (client_for(person("manager", home)), foreign)):
        assert client.post(f"{PAGE}{owner.pk}/messages/{row.pk}/send/").status_code == 404
