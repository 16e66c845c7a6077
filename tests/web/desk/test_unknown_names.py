"""Names in cards that no entry bears, at the desk: their steward, the other steward, other people, nobody."""

from urllib.parse import quote

import pytest
from django.core.exceptions import ValidationError

from khedmat.cards.checking import store_findings
from khedmat.cards.lines.unknown import recount_all, unknown
from khedmat.cards.models import AskedDocument, CitedLaw
from khedmat.core.persian import squeeze
from khedmat.registers.books import book_of
from khedmat.registers.enums import Register
from khedmat.registers.models import DocumentType, LegalSource, NamePassing, RegisterChange
from khedmat.registers.passing import pass_over
from tests.factories import forms
from tests.factories.cards import NOW, VersionFactory
from tests.factories.people import OrganizationFactory, centre, person
from tests.factories.registers import a_document, a_law, a_system, an_audience, an_element, legal_steward, steward
from tests.web.signing_in import asks_to_sign_in

pytestmark = pytest.mark.django_db
PAGE = "/desk/registers/documents/unknown/"
LAWS = "/desk/registers/laws/unknown/"
SIDES = {
    Register.DOCUMENTS: {"documents": ["برگ هویت"]},
    Register.SYSTEMS: {"system_name": "برگ هویت"},
    Register.ELEMENTS: {"internal_systems": [{"system": "سامانه", "fields": "برگ هویت"}]},
    Register.AUDIENCES: {"audience": "برگ هویت"},
    Register.LAWS: {"laws": ["قانون برگ هویت مصوب 1396/4/25"]},
}


def card(*, stage="published", **boxes):
    more = {"published": True} if stage == "published" else {"stage": stage}
    version = VersionFactory(document=forms.document(forms.card(**boxes)), **more)
    store_findings(version, on=NOW.date())
    recount_all()
    return version


def asking(*names, **more):
    return card(documents=list(names), **more)


def name_page(letters, page=PAGE):
    return f"{page}name/?letters={quote(letters)}"


def told(response):
    return " ".join(response.content.decode().split())


@pytest.fixture
def keeper(client_for):
    return client_for(steward())


@pytest.mark.parametrize(("register", "boxes"), SIDES.items())
def test_each_register_has_its_unknown_names(register, boxes):
    card(**boxes)

    rows = {row.letters: row.cards for row in unknown(register)}

    assert rows[squeeze("قانون برگ هویت" if register == Register.LAWS else "برگ هویت")] == 1


def test_names_are_one_however_they_are_written_and_most_cards_come_first(keeper):
    asking("کارت بازرگانی", "برگ هویت"), asking("كارت  بازرگانی"), asking("کارت بازرگانی", "کارت بازرگانی")
    a_document("شناسنامه"), asking("شناسنامه")

    rows = keeper.get(PAGE).context["rows"]

    assert [(row.name, row.cards) for row in rows] == [("کارت بازرگانی", 3), ("برگ هویت", 1)]


def test_what_is_inside_an_office_or_long_as_prose_is_no_unknown_name(keeper):
    asking("برگ هویت", stage="draft"), asking("برگ هویت", stage="submitted"), asking("برگ هویت", stage="replaced")
    asking("سند " * 80)

    assert "نام ناشناخته‌ای نیست" in told(keeper.get(PAGE))


def test_a_suspended_card_is_in_force_too(keeper):
    asking("برگ هویت", stage="suspended")

    assert keeper.get(PAGE).context["rows"][0].cards == 1


def test_one_press_makes_it_a_name_of_the_entry_that_is_like_it(keeper):
    entry = a_document("گواهی عدم سوء پیشینه کیفری")
    asking("گواهی سوء پیشینه")
    shown = told(keeper.get(PAGE))
    (row,) = keeper.get(PAGE).context["rows"]

    page = told(keeper.post(name_page(row.letters), {"entry": row.like.pk}, follow=True))

    assert "گواهی عدم سوء پیشینه کیفری" in shown
    assert DocumentType.objects.get(pk=entry.pk).aliases == ["گواهی سوء پیشینه"]
    assert AskedDocument.objects.get().document_type == entry
    assert "«گواهی سوء پیشینه» از این پس نام دیگری از «گواهی عدم سوء پیشینه کیفری» است" in page
    assert not unknown(Register.DOCUMENTS).exists()
    assert RegisterChange.objects.latest("pk").step == "changed"


def test_any_other_entry_may_be_chosen_on_its_page_that_lists_the_cards(keeper):
    entry, versions = a_document("شناسنامه"), [asking("سجل احوال") for _ in "ab"]
    page = told(keeper.get(name_page(squeeze("سجل احوال"))))

    keeper.post(name_page(squeeze("سجل احوال")), {"entry": entry.pk})

    assert all(f"/services/{version.service_id}/" in page for version in versions)
    assert DocumentType.objects.get().aliases == ["سجل احوال"]


@pytest.mark.parametrize("entry", ["", "999999", "x"])
def test_without_an_entry_the_page_asks_for_one(keeper, entry):
    asking("برگ هویت")

    answer = keeper.post(name_page(squeeze("برگ هویت")), {"entry": entry})

    assert answer.status_code == 422
    assert "field-error" in told(answer)
    assert not RegisterChange.objects.exists()


def test_a_name_that_two_entries_bear_is_refused_in_words_and_stays(keeper):
    entry, other = a_document("کارت ملی هوشمند"), a_document("کارت ملی قدیمی")
    asking("کارت شناسایی")
    DocumentType.objects.filter(pk=other.pk).update(aliases=["کارت شناسایی"])
    AskedDocument.objects.update(document_type=None)

    answer = keeper.post(name_page(squeeze("کارت شناسایی")), {"entry": entry.pk})

    assert "یک نام دو مدخل ندارد" in told(answer)
    assert DocumentType.objects.get(pk=entry.pk).aliases == []


def test_a_new_entry_begins_with_the_name(keeper):
    asking("برگ هویت")
    new = f"/desk/registers/documents/new/?title={quote('برگ هویت')}"

    listed, form = told(keeper.get(PAGE)), told(keeper.get(new))

    assert new in listed
    assert 'value="برگ هویت"' in form
    keeper.post(new, {"title": "برگ هویت", "code": "identity", "aliases": "", "seen": "0"})
    assert AskedDocument.objects.get().document_type.code == "identity"
    assert "نام ناشناخته‌ای نیست" in told(keeper.get(PAGE))


def test_a_law_is_named_without_its_day_and_the_legal_steward_mends_it(client_for):
    law, keeper = a_law(), client_for(legal_steward())
    card(laws=["قانون پاکی هوا مصوب 1396/4/25"])
    (row,) = keeper.get(LAWS).context["rows"]

    keeper.post(name_page(row.letters, LAWS), {"entry": law.pk})

    assert row.name == "قانون پاکی هوا"
    assert LegalSource.objects.get().aliases == ["قانون پاکی هوا"]
    assert CitedLaw.objects.get().law == law


def test_a_law_of_another_day_stays_unknown_and_the_page_says_why(client_for):
    law, keeper = a_law(), client_for(legal_steward())
    card(laws=["قانون پاکی هوا مصوب 1374/2/3"])

    page = told(keeper.post(name_page(squeeze("قانون پاکی هوا"), LAWS), {"entry": law.pk}, follow=True))

    assert "۱ شناسنامه هنوز به آن نمی‌رسد" in page
    assert CitedLaw.objects.get().law is None


@pytest.mark.parametrize("page", [PAGE, LAWS])
def test_each_register_is_its_own_steward_s(client_for, page):
    mine, other = (steward(), legal_steward()) if page == PAGE else (legal_steward(), steward())
    elsewhere = person("steward" if page == PAGE else "legal_steward", OrganizationFactory())
    strangers = [other, elsewhere, person("publisher", centre()), person("author", OrganizationFactory())]

    assert client_for(mine).get(page).status_code == 200
    assert [client_for(user).get(page).status_code for user in strangers] == [404] * 4


def test_others_make_no_name_and_known_or_unwritten_names_are_not_there(client_for, client, keeper):
    entry = a_document("شناسنامه")
    asking("برگ هویت"), asking("شناسنامه")
    one = name_page(squeeze("برگ هویت"))

    assert client_for(person("author", OrganizationFactory())).post(one, {"entry": entry.pk}).status_code == 404
    assert asks_to_sign_in(client.post(one, {"entry": entry.pk}))
    assert [keeper.get(name_page(squeeze(name))).status_code for name in ("شناسنامه", "هیچ", "")] == [404] * 3
    assert keeper.get(f"{PAGE}name/?letters=%00").status_code == 404
    assert DocumentType.objects.get().aliases == []


def test_the_list_is_searched_paged_and_costs_the_same_whatever_the_names(keeper, assert_same_cost):
    a_document("شناسنامه"), asking(*(f"مدرک {letter}" for letter in "ابپتثجچحخدذرزسشص"))
    asking("برگ هویت", "گواهی سکونت")

    found = keeper.get(f"{PAGE}?q=برگ")

    assert [row.name for row in found.context["rows"]] == ["برگ هویت"]
    assert keeper.get(f"{PAGE}?page=99").status_code == 200
    assert_same_cost(lambda: keeper.get(PAGE), lambda: asking("کارت بازرگانی", "گواهی سکونت"))


@pytest.mark.parametrize("make", [a_system, an_element, an_audience])
def test_the_list_of_the_register_leads_its_steward_there(client_for, make):
    register = {a_system: "systems", an_element: "elements", an_audience: "audiences"}[make]
    make()
    way = f"/desk/registers/{register}/unknown/"

    assert way in told(client_for(steward()).get(f"/desk/registers/{register}/"))
    assert way not in told(client_for(person("author", OrganizationFactory())).get(f"/desk/registers/{register}/"))


def passed_over(client, name="برگ هویت", reason="نام هیچ مدرکی نیست", page=PAGE):
    return client.post(name_page(squeeze(name), page), {"reason": reason}, follow=True)


def went_back(client, letters, page=PAGE):
    return client.post(f"{page}back/", {"letters": letters}, follow=True)


def test_what_is_no_entry_is_passed_over_with_its_reason(keeper):
    asking("برگ هویت", "گواهی سکونت")

    page = told(passed_over(keeper))
    listed = told(keeper.get(f"{PAGE}passed/"))

    assert "«برگ هویت» کنار گذاشته شد" in page
    assert [row.name for row in keeper.get(PAGE).context["rows"]] == ["گواهی سکونت"]
    assert keeper.get(name_page(squeeze("برگ هویت"))).status_code == 404
    assert "نام هیچ مدرکی نیست" in listed
    assert AskedDocument.objects.filter(document_type=None).count() == 2


def test_it_goes_back_by_a_press_and_both_rows_stay(keeper):
    asking("برگ هویت")
    passed_over(keeper)

    page = told(went_back(keeper, squeeze("برگ هویت")))

    assert "«برگ هویت» به نام‌های ناشناخته بازگشت" in page
    assert [row.name for row in keeper.get(PAGE).context["rows"]] == ["برگ هویت"]
    assert list(NamePassing.objects.order_by("pk").values_list("is_passed", flat=True)) == [True, False]
    assert "نامی کنار گذاشته نشده است" in told(keeper.get(f"{PAGE}passed/"))
    passed_over(keeper)
    assert not unknown(Register.DOCUMENTS).exists()


@pytest.mark.parametrize("reason", ["", "  ", "ن" * 501])
def test_a_reason_is_asked_for_and_nothing_is_passed_over(keeper, reason):
    asking("برگ هویت")

    answer = passed_over(keeper, reason=reason)

    assert answer.status_code == 422
    assert "field-error" in told(answer)
    assert not NamePassing.objects.exists()


def test_of_two_keepers_the_second_is_told_who_did_it_why(keeper):
    asking("برگ هویت")
    first, other = steward(), steward()
    book, letters = book_of(DocumentType()), squeeze("برگ هویت")
    pass_over(book, letters, "برگ هویت", reason="نام هیچ مدرکی نیست", by=first, at=NOW)

    with pytest.raises(ValidationError, match=f"{first} .*نام هیچ مدرکی نیست"):
        pass_over(book, letters, "برگ هویت", reason="مدرک نیست", by=other, at=NOW)
    assert "کنار گذاشته نشده است" in told(went_back(keeper, squeeze("گواهی سکونت")))
    assert "کنار گذاشته نشده است" in told(went_back(keeper, "x" * 5000))


def test_a_name_of_one_register_stays_unknown_in_another(client_for, keeper):
    card(documents=["برگ هویت"], audience="برگ هویت")

    passed_over(keeper)

    assert not unknown(Register.DOCUMENTS).exists()
    assert unknown(Register.AUDIENCES).exists()


def test_only_the_keeper_of_the_register_passes_over_and_sees_what_was(client_for, client):
    asking("برگ هویت")
    strangers = [legal_steward(), person("steward", OrganizationFactory()), person("publisher", centre())]

    for stranger in map(client_for, strangers):
        assert passed_over(stranger).status_code == 404
        assert went_back(stranger, squeeze("برگ هویت")).status_code == 404
        assert stranger.get(f"{PAGE}passed/").status_code == 404
    with pytest.raises(ValidationError, match="متولی"):
        pass_over(book_of(DocumentType()), "x", "x", reason="نیست", by=strangers[0], at=NOW)
    assert client.get(f"{PAGE}passed/").status_code == 302
    assert not NamePassing.objects.exists()


def test_the_list_of_what_was_passed_over_costs_the_same_whatever_it_holds(keeper, assert_same_cost):
    asking("برگ هویت", *(f"مدرک {letter}" for letter in "ابپت"))
    passed_over(keeper)

    assert_same_cost(
        lambda: keeper.get(f"{PAGE}passed/"), lambda: [passed_over(keeper, f"مدرک {letter}") for letter in "ابپت"]
    )


def test_the_first_page_of_the_registers_leads_each_keeper_to_the_own_ones(client_for):
    def led(user):
        page = told(client_for(user).get("/desk/registers/"))
        return {register.value for register in Register if f"/desk/registers/{register}/unknown/" in page}

    assert led(steward()) == {"documents", "systems", "elements", "audiences"}
    assert led(legal_steward()) == {"laws"}
    assert led(person("steward", OrganizationFactory())) == led(person("publisher", centre())) == set()


def test_of_two_who_press_at_once_the_second_is_told_and_led_to_what_is_left(client_for, keeper):
    asking("برگ هویت")
    entry = a_document("شناسنامه")
    address = name_page(squeeze("برگ هویت"))

    keeper.post(address, {"entry": entry.pk})
    late = client_for(steward()).post(address, {"entry": entry.pk}, follow=True)

    assert late.redirect_chain == [(PAGE, 302)]
    assert "دیگر ناشناخته نیست" in told(late)
    assert keeper.get(address).status_code == 404
