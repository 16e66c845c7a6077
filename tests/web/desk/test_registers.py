"""The registers at the desk: a steward, somebody else of the centre, the same role elsewhere, nobody."""

import pytest

from khedmat.cards.checking import store_findings
from khedmat.registers.models import DocumentType
from tests.factories import forms
from tests.factories.cards import NOW, VersionFactory
from tests.factories.people import OrganizationFactory, centre, person
from tests.factories.registers import a_document, steward

pytestmark = pytest.mark.django_db
DOCUMENTS = "/desk/registers/documents/"
TYPED = {"title": "کارت ملی", "code": "national-card", "aliases": "کارت هوشمند ملی\nکارت شناسایی", "seen": "0"}


def told(response):
    return " ".join(response.content.decode().split())


def asking(*lines, **more):
    version = VersionFactory(document=forms.document(forms.card(documents=list(lines))), **more)
    store_findings(version, on=NOW.date())
    return version


def test_a_steward_adds_an_entry_and_sees_who_wrote_it(client_for):
    page = client_for(steward()).post(f"{DOCUMENTS}new/", TYPED, follow=True)

    entry = DocumentType.objects.get()
    assert entry.aliases == ["کارت هوشمند ملی", "کارت شناسایی"]
    assert "افزوده شد" in told(page)


def test_a_steward_changes_an_entry_and_the_log_shows_both_sides(client_for):
    entry, client = a_document(validity="یک سال"), client_for(steward())

    page = client.post(f"{DOCUMENTS}{entry.pk}/", {"title": "شناسنامه", "validity": "دو سال", "seen": "1"}, follow=True)

    assert "«یک سال» ← «دو سال»" in told(page)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"title": ""}, "field-error"),
        ({"title": "سجل"}, "یک نام دو مدخل ندارد"),
        ({"seen": "0"}, "چیزی ثبت نشد"),
        ({"aliases": "ا" * 301}, "۳۰۰ نویسه"),
        ({"held_by": "nobody"}, "field-error"),
    ],
)
def test_a_refusal_stands_in_the_form_and_nothing_is_written(client_for, changes, sentence):
    a_document("سجل")
    entry = a_document()

    page = client_for(steward()).post(f"{DOCUMENTS}{entry.pk}/", {"title": "نو", "seen": "1"} | changes)

    assert sentence in told(page)
    assert DocumentType.objects.get(pk=entry.pk).title == "شناسنامه"


@pytest.mark.parametrize(("role", "at_home"), [("publisher", True), ("legal_steward", True), ("steward", False)])
def test_others_read_the_register_and_hear_whose_work_it_is(client_for, role, at_home):
    entry, client = a_document(), client_for(person(role, centre() if at_home else OrganizationFactory()))

    assert "متولی فهرست‌های پایه" in told(client.get(DOCUMENTS))
    assert "متولی فهرست‌های پایه" in told(client.post(f"{DOCUMENTS}{entry.pk}/", {"title": "نو", "seen": "1"}))
    assert client.get(f"{DOCUMENTS}new/").status_code == 404
    assert client.post(f"{DOCUMENTS}{entry.pk}/merge/?into={entry.pk}").status_code == 404


def test_nobody_is_asked_to_sign_in(client):
    assert client.get(DOCUMENTS)["Location"].startswith("/account/login/")


def test_a_merge_is_seen_and_then_done(client_for):
    gone, kept, client = a_document("سجل"), a_document(), client_for(steward())
    asking("سجل", published=True), asking("سجل")
    page = f"{DOCUMENTS}{gone.pk}/merge/"

    empty, shown = told(client.get(page)), client.get(f"{page}?into={kept.pk}")
    done = client.post(f"{page}?into={kept.pk}", {"seen": shown.context["shown"].seen}, follow=True)

    assert "ادغام کن" not in empty
    assert "۲ نسخه؛ ۱ منتشرشده؛ ۱ پیش‌نویس" in told(shown)
    assert "گرفته از: «سجل»" in told(done)


def test_an_old_page_of_a_merge_leads_to_what_became_of_the_entry(client_for):
    gone, kept, client = a_document("سجل"), a_document(), client_for(steward())
    page = f"{DOCUMENTS}{gone.pk}/merge/?into={kept.pk}"
    seen = {"seen": client.get(page).context["shown"].seen}
    client.post(page, seen)

    again, looked = client.post(page, seen, follow=True), client.get(page, follow=True)

    for answer in (again, looked):
        assert answer.redirect_chain == [(f"{DOCUMENTS}{gone.pk}/", 302)]
        assert "پیش از این ادغام شده" in told(answer)


def test_the_titles_of_drafts_are_not_shown_to_the_steward(client_for):
    gone, kept = a_document("سجل"), a_document()
    hidden = asking("سجل")

    page = told(client_for(steward()).get(f"{DOCUMENTS}{gone.pk}/merge/?into={kept.pk}"))

    assert hidden.title not in page


def test_a_merge_of_what_was_not_seen_is_refused_on_the_page(client_for):
    gone, kept = a_document("سجل"), a_document()

    page = client_for(steward()).post(f"{DOCUMENTS}{gone.pk}/merge/?into={kept.pk}", {"seen": "x"})

    assert "پیش‌نمایش تازه" in told(page)
    assert DocumentType.objects.standing().count() == 2


def test_the_pages_cost_the_same_whatever_the_rows(client_for, assert_same_cost):
    gone, kept, client = a_document("سجل"), a_document(), client_for(steward())
    asking("سجل", published=True)
    preview = f"{DOCUMENTS}{gone.pk}/merge/?into={kept.pk}"

    assert_same_cost(lambda: client.get(DOCUMENTS), lambda: a_document("کارت ملی"))
    assert_same_cost(lambda: client.get(preview), lambda: asking("سجل", published=True))


@pytest.mark.parametrize("into", ["", "x", "999999", "{own}"])
def test_a_merge_into_nothing_shows_no_preview(client_for, into):
    gone = a_document("سجل")

    page = client_for(steward()).get(f"{DOCUMENTS}{gone.pk}/merge/", {"into": into.format(own=gone.pk)})

    assert "field-error" in told(page)
    assert "ادغام کن" not in told(page)


def test_a_merge_into_nothing_merges_nothing(client_for):
    gone = a_document("سجل")

    page = client_for(steward()).post(f"{DOCUMENTS}{gone.pk}/merge/?into=999999", {"seen": "x"})

    assert page.status_code == 200
    assert DocumentType.objects.standing().count() == 1


def test_a_new_entry_wants_a_place_in_addresses(client_for):
    page = client_for(steward()).post(f"{DOCUMENTS}new/", TYPED | {"code": "کارت ملی"})

    assert "field-error" in told(page)
    assert not DocumentType.objects.exists()
