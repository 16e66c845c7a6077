"""The guided finder over published permits."""

import re
from html import unescape

import pytest

from khedmat.permits.actions import create_list, follow_drafts
from tests.factories import forms
from tests.factories.cards import NOW, VersionFactory, advance
from tests.factories.people import OrganizationFactory, PlaceFactory, UserFactory

pytestmark = pytest.mark.django_db
PAGE = "/finder/"
EVERYTHING = {"who": "any", "want": "any", "what": "any", "where": "any"}


def listed(*permits, agency=None):
    plain = {"kind": "permit_list", "source": {"name": "permits.html", "media_type": "text/html"}}
    document = forms.form.from_contract({**plain, "permits": list(permits)})
    return create_list(document, organization=agency or OrganizationFactory(), by=UserFactory(), at=NOW)


def row(title, action="issue", **more):
    return {"title": title, "action": action, **more}


def told(response):
    return " ".join(response.content.decode().split())


def asked(client, **answers):
    return client.get(PAGE, answers).context


def options(client, **answers):
    return [(one.text, one.count) for one in asked(client, **answers)["options"]]


def found(client, **answers):
    return [one.title for one in asked(client, **(EVERYTHING | answers))["page"]]


def reasons(client, **answers):
    return [one.reasons for one in asked(client, **(EVERYTHING | answers))["page"]]


def test_each_answer_says_how_many_permits_it_keeps_and_the_empty_ones_are_not_offered(client):
    listed(row("پروانهٔ یک", applicants=["natural"]), row("پروانهٔ دو", applicants=["natural", "legal"]))

    assert options(client) == [("حقیقی", 2), ("حقوقی", 1)]
    assert asked(client)["total"] == 2


def test_a_permit_in_two_spellings_and_with_two_actions_is_one(client):
    listed(row("پروانهٔ یک"), row("پروانه یک", "renew"))

    assert asked(client)["total"] == 1
    assert options(client, who="any") == [("صدور", 1), ("تمدید", 1)]
    assert asked(client, **EVERYTHING)["page"][0].actions == ["صدور", "تمدید"]


def test_what_a_form_does_not_say_keeps_no_permit_away_and_is_said(client):
    listed(row("پروانهٔ یک", applicants=[]), row("پروانهٔ دو", applicants=["natural"]))

    assert found(client, who="legal") == ["پروانهٔ یک"]
    assert reasons(client, who="legal") == [["فرم نگفته متقاضی حقوقی می‌تواند یا نه"]]
    assert reasons(client, who="natural")[0] == ["برای متقاضی حقیقی"]


def test_an_action_narrows_and_is_the_reason(client):
    listed(row("پروانهٔ یک"), row("پروانهٔ دو", "cancel"), row("پروانهٔ سه", None))

    assert found(client, want="cancel") == ["پروانهٔ دو", "پروانهٔ سه"]
    assert reasons(client, want="cancel") == [["برای لغو"], ["فرم نگفته برای کدام کار است؛ شاید لغو"]]


@pytest.mark.parametrize("words", ["دارو", "گیاهی دارو", "سازمان سلامت", "بهره‌برداری", "بهره برداری"])
def test_an_activity_is_looked_for_in_title_kind_and_agency_in_any_spelling(client, words):
    agency = OrganizationFactory(name="سازمان سلامت")
    listed(row("پروانهٔ داروی گیاهی", kind="بهره‌برداری"), agency=agency)
    listed(row("پروانهٔ معدن", kind="اکتشاف"))

    assert found(client, what=words) == ["پروانهٔ داروی گیاهی"]


def test_the_kinds_of_the_forms_are_offered_as_activities_the_most_written_first(client):
    listed(row("یک", kind="اکتشاف"), row("دو", kind="بهره‌برداری"), row("سه", kind="بهره‌برداری"))

    assert options(client, who="any", want="any") == [("بهره‌برداری", 2), ("اکتشاف", 1)]


def test_a_place_keeps_its_own_agencies_and_the_national_ones(client):
    kerman, yazd = PlaceFactory(fa="کرمان", code="08"), PlaceFactory(fa="یزد", code="21")
    listed(row("ملی"), agency=OrganizationFactory(sort_key="1"))
    listed(row("کرمانی"), agency=OrganizationFactory(place=kerman, sort_key="2"))
    listed(row("یزدی"), agency=OrganizationFactory(place=yazd, sort_key="3"))

    assert found(client, where="08") == ["ملی", "کرمانی"]
    assert found(client, where="national") == ["ملی"]
    assert reasons(client, where="08") == [["دستگاه ملی، در همهٔ کشور"], ["دستگاه استان کرمان"]]
    assert options(client, who="any", want="any", what="any") == [("دستگاه‌های ملی", 1), ("کرمان", 2), ("یزد", 2)]


def test_the_whole_way_is_walked_by_links_alone(client):
    listed(row("پروانهٔ یک", applicants=["legal"], kind="اکتشاف"))
    address, steps = PAGE, 0
    while 'class="tiles"' in (page := client.get(address).content.decode()):
        address, steps = PAGE + unescape(re.search(r'class="sheet door" href="([^"]+)"', page)[1]), steps + 1

    assert steps == 4
    assert "۱ مجوز برای شما" in page
    assert "پروانهٔ یک" in page


def test_one_may_look_at_once_or_go_on_without_an_answer(client):
    listed(row("پروانهٔ یک"))

    context = asked(client, who="legal")

    assert context["skipped"] == "who=legal&want=any"
    assert context["at_once"] == "who=legal&want=any&what=any&where=any"


def test_a_result_leads_to_the_service_that_gives_the_permit(client):
    document = forms.document(permits=[row("پروانهٔ یک")])
    version = VersionFactory(document=document)
    follow_drafts(None, written=[(version, document)])
    assert found(client) == []
    advance(version, "published")

    assert asked(client, **EVERYTHING)["page"][0].services == [version.service.pk]
    assert f'href="/services/{version.service.pk}/"' in told(client.get(PAGE, EVERYTHING))


def test_nothing_found_says_what_to_do(client):
    assert "مجوزی نمانده است" in told(client.get(PAGE))
    assert "با این پاسخ‌ها مجوزی نیست" in told(client.get(PAGE, EVERYTHING))


@pytest.mark.parametrize(
    "query", ["?who=%00", "?what=%00%00", f"?what={'x' * 5000}", "?where=۰۸", "?page=-3", "?what='\"--<script>"]
)
def test_any_address_is_answered(client, query):
    assert client.get(PAGE + query).status_code == 200


def test_what_was_typed_is_never_markup(client):
    page = client.get(PAGE, EVERYTHING | {"what": "<b>دارو</b>"}).content.decode()

    assert "<b>دارو" not in page


@pytest.mark.parametrize("answers", [{}, {"who": "any", "want": "any"}, EVERYTHING])
def test_the_pages_ask_as_many_questions_for_many_permits(client, assert_same_cost, answers):
    listed(row("پروانهٔ یک", kind="یک"))

    assert_same_cost(
        lambda: client.get(PAGE, answers), lambda: listed(row("پروانهٔ دو", kind="دو"), row("پروانهٔ سه", kind="سه"))
    )
