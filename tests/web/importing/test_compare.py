"""A draft and a second file of the same service: only what differs, taken box by box, nothing of others lost."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from khedmat.cards.actions import Asked, edit_draft
from khedmat.cards.models import Edit, ServiceVersion
from khedmat.importing.uploads import Given, take
from tests.factories.cards import NOW, VersionFactory, advance
from tests.factories.people import person
from tests.importing.paper import AGENCY, card_text
from tests.web.importing.conftest import FORM

pytestmark = pytest.mark.django_db
NEWER = {"audience": "همگان", "description": "شرحی تازه از گواهی نمونه."}


@pytest.fixture
def author(client_for, office):
    return client_for(office.author)


@pytest.fixture
def two(author, bring):
    """The address of a draft beside a newer file, and the draft."""
    author.post(f"/desk/import/{bring().pk}/")
    version = ServiceVersion.objects.get()
    newer = bring(card_text(**NEWER), "newer.txt")
    return f"/desk/versions/{version.pk}/compare/{newer.pk}/0/", version


def content(version):
    return ServiceVersion.objects.get(pk=version.pk).content


def opened(client, where):
    return LexborHTMLParser(client.get(where).content.decode())


def test_only_boxes_that_differ_are_shown_both_ways(author, two):
    page = opened(author, two[0])

    assert [legend.text() for legend in page.css(".side legend")] == ["شرح خدمت", "نوع مخاطبین"]
    assert [side.text(strip=True) for side in page.css(".side")[1].css(".side-one p")] == ["عموم مردم", "همگان"]
    assert all(radio.attributes["value"] == "draft" for radio in page.css("input[checked]"))


def test_a_box_that_only_the_file_fills_is_offered_from_the_file(author, two, office):
    edit_draft(two[1], Asked({"card.audience": None}), seen=0, by=office.author, at=NOW)

    page = opened(author, two[0])

    chosen = {radio.attributes["name"]: radio.attributes["value"] for radio in page.css("input[checked]")}
    assert chosen == {"take.card.description": "draft", "take.card.audience": "file"}


def test_a_choice_that_the_file_leaves_open_is_called_unclear_and_not_unsaid(author, draft, office, bring):
    edit_draft(draft, Asked({"card.nature": "sovereign"}), seen=0, by=office.author, at=NOW)
    again = bring(FORM.read_text("utf-8").replace("سازمان نمونه", AGENCY), "form.html")

    page = opened(author, f"/desk/versions/{draft.pk}/compare/{again.pk}/0/")

    assert [node.text(strip=True) for node in page.css(".side .unclear")] == ["در فرم روشن نیست"]


def test_what_is_chosen_is_written_and_the_rest_stays(author, two):
    before = content(two[1])

    response = author.post(two[0], {"seen": "0", "take.card.audience": "file", "take.card.description": "draft"})

    assert response["Location"] == f"/desk/versions/{two[1].pk}/edit/identity/?source=1"
    assert content(two[1]) == before | {"audience": "همگان"}
    assert list(Edit.objects.get().changes) == ["card.audience"]


@pytest.mark.parametrize(("side", "audience"), [("file", "همگان"), ("draft", "عموم مردم")])
def test_one_side_is_taken_as_a_whole_whatever_is_ticked(author, two, side, audience):
    author.post(two[0], {"seen": "0", "all": side, "take.card.audience": "file"})

    assert content(two[1])["audience"] == audience


def test_what_a_colleague_wrote_meanwhile_is_kept_and_told(author, two, office):
    edit_draft(two[1], Asked({"card.audience": "صنف‌ها"}), seen=0, by=office.author, at=NOW)

    response = author.post(
        two[0], {"seen": "0", "take.card.audience": "file", "take.card.description": "file"}, follow=True
    )

    assert "همکارتان «نوع مخاطبین» را" in response.content.decode()
    assert (content(two[1])["audience"], content(two[1])["description"]) == ("صنف‌ها", NEWER["description"])


def test_nothing_chosen_changes_nothing(author, two):
    author.post(two[0], {"seen": "0"})

    assert "هیچ خانه‌ای از فایل برنداشتید" in author.get("/desk/").content.decode()
    assert not Edit.objects.exists()


@pytest.mark.parametrize("seen", ["", "-1", "x", "٣", "9" * 30, "7"])
def test_a_wild_revision_breaks_nothing(author, two, seen):
    author.post(two[0], {"seen": seen, "take.card.audience": "file"})

    assert content(two[1])["audience"] == "همگان"


def test_equal_writings_say_so(author, bring):
    author.post(f"/desk/import/{bring().pk}/")
    version = ServiceVersion.objects.get()

    assert "فرقی نیست" in author.get(f"/desk/versions/{version.pk}/compare/{bring().pk}/0/").content.decode()


def test_a_version_that_was_sent_is_shown_and_not_changed(author, two):
    advance(two[1], "submitted")

    page, posted = opened(author, two[0]), author.post(two[0], {"seen": "0", "all": "file"}, follow=True)

    assert page.css("input[type=radio], button[name=all]") == []
    assert "تنها نویسندگان" in posted.content.decode()
    assert content(two[1])["audience"] == "عموم مردم"


def test_a_colleague_who_only_reads_sees_both_and_changes_nothing(client_for, office, two):
    reader = client_for(office.colleague)

    page, posted = opened(reader, two[0]), reader.post(two[0], {"seen": "0", "all": "file"}, follow=True)

    assert len(page.css(".side")) == 2
    assert "تنها نویسندگان" in posted.content.decode()
    assert content(two[1])["audience"] == "عموم مردم"


@pytest.mark.parametrize("who", ["stranger", "publisher", "nobody"])
def test_nobody_else_finds_either(client_for, office, two, who):
    client = client_for(getattr(office, who))

    assert [client.get(two[0]).status_code, client.post(two[0], {"all": "file"}).status_code] == [404, 404]
    assert content(two[1])["audience"] == "عموم مردم"


def test_a_file_of_another_office_is_not_laid_beside_my_draft(client_for, office, two):
    """Also not by somebody who writes for both."""
    other = office.stranger.memberships.get().organization
    both = person("author", office.agency)
    both.memberships.create(organization=other, role="author", starts_on="2020-01-01")
    theirs = take(Given("b.txt", card_text(**NEWER).encode()), organization=other, by=both, at=NOW)

    assert client_for(both).get(f"/desk/versions/{two[1].pk}/compare/{theirs.pk}/0/").status_code == 404


@pytest.mark.parametrize("part", [1, 99999999999999999999])
def test_a_document_that_the_file_does_not_hold_is_not_found(author, two, part):
    assert author.get(two[0].replace("/0/", f"/{part}/")).status_code == 404


def test_a_lost_file_is_not_found(author, two, bring):
    lost = bring(card_text(audience="دیگران"), "lost.txt")
    lost.file.content.storage.delete(lost.file.content.name)

    assert author.get(f"/desk/versions/{two[1].pk}/compare/{lost.pk}/0/").status_code == 404


def test_rows_and_options_are_said_in_words(author, office, bring):
    version = VersionFactory(service__owner=office.agency, created_by=office.author)

    page = opened(author, f"/desk/versions/{version.pk}/compare/{bring().pk}/0/").css_first("form").text()

    assert "خدمت به شهروندان (G2C)" in page
    assert "sovereign" not in page
    assert "G2C', " not in page
