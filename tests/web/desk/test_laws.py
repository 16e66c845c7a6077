"""The laws at the desk and for everybody."""

import pytest

from khedmat.cards.laws.actions import end, preview
from khedmat.registers.models import LegalSource
from tests.cards.laws.test_binding import citing
from tests.factories.cards import NOW, ServiceFactory
from tests.factories.people import OrganizationFactory, person
from tests.factories.registers import a_law, legal_steward, steward

pytestmark = pytest.mark.django_db
LAWS = "/desk/registers/laws/"
CITED = "قانون هوای پاک مصوب 1396"


def told(response):
    return " ".join(response.content.decode().split())


def ended(law, by=None):
    return end(law, by, seen=preview(law, by).seen, by=legal_steward(), at=NOW)


def test_a_legal_steward_adds_a_law_with_its_jalali_day(client_for):
    typed = {"title": "قانون آب", "code": "water", "kind": "law", "approved_on": "۱۳۶۱/۱۲/۱۶", "seen": "0"}

    page = client_for(legal_steward()).post(f"{LAWS}new/", typed, follow=True)

    assert LegalSource.objects.get().approved_on.isoformat() == "1983-03-07"
    assert "افزوده شد" in told(page)


def test_two_laws_of_one_name_and_day_are_refused_and_of_two_days_are_not(client_for):
    a_law()
    typed = {"title": "قانون هوای پاک", "code": "air-2", "kind": "law", "approved_on": "۱۳۹۶/۰۴/۲۵", "seen": "0"}
    client = client_for(legal_steward())

    assert "همان را ویرایش کنید" in told(client.post(f"{LAWS}new/", typed))
    client.post(f"{LAWS}new/", typed | {"approved_on": "۱۳۷۴/۰۲/۰۳"})

    assert LegalSource.objects.count() == 2


def test_a_law_ends_after_its_cards_were_seen(client_for):
    law, after, client = a_law(), a_law("قانون هوای پاک‌تر"), client_for(legal_steward())
    version = citing(CITED, published=True)
    page = f"{LAWS}{law.pk}/end/"

    shown = client.get(page, {"how": "replaced", "by": after.pk})
    done = client.post(f"{page}?how=replaced&by={after.pk}", {"seen": shown.context["shown"].seen}, follow=True)

    assert version.title in told(shown)
    assert "دستگاه‌ها خبردار شدند" in told(done)
    assert LegalSource.objects.get(pk=law.pk).replaced_by == after
    assert "desk/registers/take_back.html" in [part.name for part in client.get(page).templates]


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("how=replaced", "قانون جایگزین را برگزینید"),
        ("how=lost", "field-error"),
        ("how=replaced&by=999999", "field-error"),
    ],
)
def test_half_an_ending_is_asked_about(client_for, query, sentence):
    page = told(client_for(legal_steward()).get(f"{LAWS}{a_law().pk}/end/?{query}"))

    assert sentence in page
    assert "ثبت کن" not in page


def test_an_ending_that_was_not_seen_is_refused_on_the_page(client_for):
    law = a_law()

    page = client_for(legal_steward()).post(f"{LAWS}{law.pk}/end/?how=repealed", {"seen": "x"})

    assert "پیش‌نمایش تازه" in told(page)
    assert LegalSource.objects.get().holds


@pytest.mark.parametrize("somebody", [steward, lambda: person("legal_steward", OrganizationFactory())])
def test_the_page_of_an_ending_is_not_there_for_others(client_for, somebody):
    assert client_for(somebody()).get(f"{LAWS}{a_law().pk}/end/").status_code == 404


def test_the_work_list_shows_an_office_its_own_cards_with_the_law_that_came(client_for):
    law, after, owner = a_law(), a_law("قانون هوای پاک‌تر"), OrganizationFactory()
    citing(CITED, published=True, service=ServiceFactory(owner=owner))
    ended(law, after)

    mine = told(client_for(person("author", owner)).get("/desk/ended-laws/"))
    theirs = told(client_for(person("author", OrganizationFactory())).get("/desk/ended-laws/"))

    assert "قانون هوای پاک ← قانون هوای پاک‌تر" in mine
    assert "شناسنامه‌ای نمانده است" in theirs


def test_the_public_page_says_what_holds_and_what_rests_on_it(client):
    law, after = a_law(code="air", authority="مجلس"), a_law("قانون هوای پاک‌تر", code="purer")
    version = citing(CITED, published=True)
    ended(law, after)

    page, everything = told(client.get("/laws/air/")), told(client.get("/laws/"))

    assert all(words in page for words in (version.title, "جایگزین‌شده", 'href="/laws/purer/"', "۲۵ تیر ۱۳۹۶"))
    assert "۱ خدمت" in everything
    assert "هیچ خدمت منتشرشده‌ای" in told(client.get("/laws/purer/"))


def test_the_pages_cost_the_same_whatever_the_rows(client, client_for, assert_same_cost):
    law, inside = a_law(code="air"), client_for(legal_steward())
    citing(CITED, published=True)
    shown = f"{LAWS}{law.pk}/end/?how=repealed"

    assert_same_cost(lambda: client.get("/laws/"), lambda: a_law("قانون آب"))
    assert_same_cost(lambda: client.get("/laws/air/"), lambda: citing(CITED, published=True))
    assert_same_cost(lambda: inside.get(shown), lambda: citing(CITED, published=True))
    ended(law)
    assert_same_cost(lambda: inside.get("/desk/ended-laws/"), lambda: citing(CITED, published=True))


def test_nobody_is_asked_to_sign_in(client):
    for page in ("/desk/ended-laws/", LAWS, f"{LAWS}1/end/"):
        assert client.get(page)["Location"].startswith("/account/login/")


@pytest.mark.parametrize(("words", "count"), [("هوای پاک", 1), ("هواي‌پاك", 1), ("هیچ", 0)])
def test_the_public_list_is_searched_in_any_spelling(client, words, count):
    a_law(), a_law("قانون آب")

    page = client.get("/laws/", {"q": words})

    assert len(page.context["page"].object_list) == count
    assert ("قانونی با این نام نیست" in told(page)) == (count == 0)


def test_what_the_register_knows_of_a_law_stands_on_its_page(client):
    a_law(code="air", number="12/7", articles="مادهٔ ۳", url="https://example.com/air", aliases=["قانون هوا"])

    page = told(client.get("/laws/air/"))

    assert all(words in page for words in ("12/7", "مادهٔ ۳", "https://example.com/air", "قانون هوا"))


def test_a_law_without_a_day_says_so_and_a_repealed_one_has_no_successor(client):
    ended(a_law("قانون آب", None, code="water"))

    page = told(client.get("/laws/water/"))

    assert "گفته نشده" in page
    assert "نسخ‌شده" in page


def test_a_list_steward_writes_no_laws_and_hears_who_does(client_for):
    law = a_law()
    typed = {"title": "نو", "kind": "law", "seen": "1"}

    page = told(client_for(steward()).post(f"{LAWS}{law.pk}/", typed))

    assert "متولی قوانین و مقررات" in page
    assert LegalSource.objects.get().title == "قانون هوای پاک"
