"""Drafts by the key of the agency's own system: the same again is the same, and nobody's work is lost."""

from datetime import timedelta

import pytest
from django.utils import timezone

from khedmat.cards.actions import discard, replace_draft
from khedmat.cards.models import Service, ServiceKey, ServiceVersion, StageChange
from tests.factories import forms
from tests.factories.cards import NOW, VersionFactory, advance
from tests.factories.forms import A_CARD
from tests.factories.people import OrganizationFactory, UserFactory, person

pytestmark = pytest.mark.django_db
KEY = "/drafts/crm-17"


def body(**changes):
    return {"card": A_CARD | changes}


def test_the_first_sending_begins_a_draft_and_the_same_again_writes_nothing(home):
    first = home.program.ask("put", KEY, body())
    again = home.program.ask("put", KEY, body())

    assert (first.status_code, again.status_code) == (201, 200)
    assert first.json()["stage"] == "draft"
    assert again.json() == first.json()
    assert again["ETag"] == first["ETag"]
    assert ServiceVersion.objects.get().created_by == home.author
    assert StageChange.objects.count() == 1


def test_what_is_answered_is_what_was_sent_with_what_the_rules_say(home):
    said = home.program.ask("put", KEY, body(title="خدمت")).json()

    assert said["card"]["title"] == "خدمت"
    assert said["card"]["cost"]["items"][0]["amount_rial"] == 250_000
    assert said["findings"]
    assert said == home.program.ask("get", KEY).json()
    assert said["page"].endswith(f"/desk/versions/{said['version']}/")


def test_another_text_needs_the_etag_of_what_it_replaces(home):
    seen = home.program.ask("put", KEY, body())["ETag"]

    blind = home.program.ask("put", KEY, body(title="دیگر"))
    right = home.program.ask("put", KEY, body(title="دیگر"), If_Match=seen)

    assert (blind.status_code, blind["ETag"]) == (428, seen)
    assert right.status_code == 200
    assert right["ETag"] != seen
    assert right.json()["card"]["title"] == "دیگر"
    assert ServiceVersion.objects.count() == 1


def test_what_somebody_wrote_at_the_desk_meanwhile_is_not_lost(home):
    seen = home.program.ask("put", KEY, body())["ETag"]
    draft, at_the_desk = ServiceVersion.objects.get(), forms.document(forms.card(title="عنوان میز کار"))
    replace_draft(draft, at_the_desk, by=home.author, at=timezone.now())

    late = home.program.ask("put", KEY, body(title="دیگر"), If_Match=seen)

    assert late.status_code == 412
    assert ServiceVersion.objects.get().title == "عنوان میز کار"
    assert late["ETag"] == home.program.ask("get", KEY)["ETag"] != seen


def test_a_star_replaces_whatever_is_there_and_nothing_where_there_is_nothing(home):
    assert home.program.ask("put", KEY, body(), If_Match="*").status_code == 412
    assert not ServiceVersion.objects.exists()
    home.program.ask("put", KEY, body())

    assert home.program.ask("put", KEY, body(title="دیگر"), If_Match="*").status_code == 200


def test_only_if_nothing_is_there_holds_once(home):
    first, second = (
        home.program.ask("put", KEY, body(title=title), If_None_Match="*").status_code for title in ("یک", "دو")
    )

    assert (first, second) == (201, 412)


def test_what_is_published_stays_and_another_text_begins_the_next_draft(home):
    home.program.ask("put", KEY, body())
    published = advance(ServiceVersion.objects.get(), "published")

    same = home.program.ask("put", KEY, body())
    other = home.program.ask("put", KEY, body(title="صدور گواهی دیگر"))

    assert (same.status_code, same.json()["stage"]) == (200, "published")
    assert (other.status_code, other.json()["number"]) == (201, 2)
    published.refresh_from_db()
    assert (published.stage, published.title) == ("published", A_CARD["title"])


def test_a_draft_that_was_let_go_is_begun_anew(home):
    home.program.ask("put", KEY, body())
    discard(ServiceVersion.objects.get(), by=home.author, at=timezone.now())

    assert home.program.ask("get", KEY).status_code == 404
    assert home.program.ask("put", KEY, body()).status_code == 201
    assert Service.objects.count() == 1


def test_a_card_that_was_at_the_desk_before_is_found_by_its_title_and_guarded(home):
    draft = VersionFactory(service__owner=home.agency, card={"audience": "دیگران"})

    blind = home.program.ask("put", KEY, body())
    right = home.program.ask("put", KEY, body(), If_Match=blind["ETag"])

    assert blind.status_code == 428
    assert (right.status_code, right.json()["service"]) == (200, draft.service.pk)
    assert ServiceKey.objects.get().service == draft.service


def test_a_refused_sending_leaves_no_key(home):
    VersionFactory(service__owner=home.agency, card={"audience": "دیگران"})

    home.program.ask("put", KEY, body())

    assert not ServiceKey.objects.exists()


def test_one_service_has_one_key(home):
    home.program.ask("put", KEY, body())

    second = home.program.ask("put", "/drafts/other", body())

    assert second.status_code == 409
    assert "همان کلید" in second.json()["detail"]


def test_the_same_key_of_two_agencies_is_two_services(home, program_of):
    other = program_of(OrganizationFactory())

    assert home.program.ask("put", KEY, body()).status_code == 201
    assert other.ask("get", KEY).status_code == 404
    assert other.ask("put", KEY, body()).status_code == 201
    assert Service.objects.count() == 2


def test_a_service_that_moved_to_another_agency_is_found_there_no_more(home):
    home.program.ask("put", KEY, body())
    stranger = VersionFactory()
    ServiceKey.objects.create(organization=home.agency, key="gone", service=stranger.service, by=home.author, at=NOW)

    assert home.program.ask("get", "/drafts/gone").status_code == 404


def test_an_approver_is_no_author_and_hears_who_is(home, program_of):
    approver = program_of(home.agency, by=person("approver", home.agency))

    answer = approver.ask("put", KEY, body())

    assert answer.status_code == 409
    assert "نویسندگان «سازمان خانه»" in answer.json()["reasons"][0]
    assert not ServiceVersion.objects.exists()


@pytest.mark.parametrize(
    "wrong",
    ["", "{", "[]", "null", '{"card": 1}', '{"card": {"titel": "x"}}', '{"card": {"title": "\\ud800"}}', "[" * 9999],
)
def test_no_body_breaks_it(home, wrong):
    response = home.program.client.put(f"/api/v1/agency{KEY}", wrong, content_type="application/json")

    assert response.status_code in (400, 422)
    assert response["Content-Type"] == "application/problem+json"
    assert not ServiceVersion.objects.exists()


def test_a_null_character_is_refused_in_words(home):
    answer = home.program.ask("put", KEY, body(title="a\x00b"))

    assert answer.status_code == 422
    assert "نویسهٔ تهی" in answer.json()["detail"]


@pytest.mark.parametrize("key", ["a b", "خ", "a/b/c", "x" * 81, "%00", "a%0Ab"])
def test_a_key_of_other_letters_is_refused_or_not_found(home, key):
    assert home.program.ask("put", f"/drafts/{key}", body()).status_code in (404, 422)


def test_sending_goes_on_in_the_name_of_the_maker_and_the_text_never_changes_after(home):
    home.program.ask("put", KEY, body())

    sent = home.program.ask("post", f"{KEY}/submit")

    assert (sent.status_code, sent.json()["stage"]) == (200, "submitted")
    version = ServiceVersion.objects.get()
    assert version.submitted_by == home.author
    again = home.program.ask("post", f"{KEY}/submit")
    assert (again.status_code, bool(again.json()["reasons"])) == (409, True)


def test_what_is_sent_is_what_the_sender_saw(home):
    seen = home.program.ask("put", KEY, body())["ETag"]
    home.program.ask("put", KEY, body(title="دیگر"), If_Match=seen)

    late = home.program.ask("post", f"{KEY}/submit", If_Match=seen)

    assert late.status_code == 412
    assert ServiceVersion.objects.get().stage == "draft"


def test_three_people_holds_for_programs_too(home, program_of):
    both = person("author", home.agency)
    home.agency.memberships.create(user=both, role="approver", starts_on=NOW.date() - timedelta(days=9))
    program_of(home.agency, by=both).ask("put", KEY, body())
    program_of(home.agency, by=both).ask("post", f"{KEY}/submit")
    version = ServiceVersion.objects.get()

    assert both.pk in version.hands


def test_a_key_nobody_sent_is_not_found(home):
    assert home.program.ask("get", KEY).status_code == 404
    assert home.program.ask("post", f"{KEY}/submit").status_code == 404


def test_answers_to_an_agency_are_kept_by_nobody(home):
    for answer in (
        home.program.ask("put", KEY, body()),
        home.program.ask("get", KEY),
        home.program.ask("get", "/drafts/x"),
    ):
        assert "no-store" in answer["Cache-Control"]
        assert "Access-Control-Allow-Origin" not in answer


def test_other_methods_are_told_what_is_allowed(home):
    answer = home.program.ask("delete", KEY)

    assert answer.status_code == 405
    assert set(answer["Allow"].split(", ")) == {"GET", "HEAD", "PUT"}


def test_somebody_who_lost_the_account_writes_nothing(home):
    type(home.author).objects.filter(pk=home.author.pk).update(is_active=False)
    UserFactory()

    assert home.program.ask("put", KEY, body()).status_code == 401
    assert not ServiceVersion.objects.exists()
