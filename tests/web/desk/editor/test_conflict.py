"""Two people wrote one box: both texts are shown, somebody chooses, and the other boxes did not wait."""

import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from tests.web.desk.editor.conftest import TITLE, again, told

pytestmark = pytest.mark.django_db
MINE, THEIRS = "صدور گواهی به قلم من", "صدور گواهی به قلم او"


@pytest.fixture
def clash(send, office):
    """The page that a second writer of one title gets."""
    send("identity", {"card.title": THEIRS}, by=office.colleague)
    return send("identity", {"card.title": MINE, "card.local_id": "۱۲", "revision": "0"})


def choices(page):
    return [radio.attributes for radio in HTMLParser(page.content.decode()).css("fieldset.clash input[type=radio]")]


def settle(send, page, chosen):
    form = HTMLParser(page.content.decode()).css_first("form#settling")
    fields = {one.attributes["name"]: one.attributes.get("value", "") for one in form.css("input[type=hidden]")}
    hidden = {one.attributes["name"]: one.text() for one in form.css("textarea")}
    return send("identity", fields | hidden | {choices(page)[0]["name"]: chosen})


def test_both_texts_are_shown_with_who_wrote_the_other(clash, office):
    assert clash.status_code == 409
    assert MINE in told(clash)
    assert THEIRS in told(clash)
    assert f"نوشتهٔ {office.colleague.full_name}".replace("  ", " ")[:12] in told(clash)


def test_other_boxes_of_the_page_were_saved(clash, office):
    assert again(office.draft).card.local_id == "12"
    assert again(office.draft).title == THEIRS


def test_the_choice_is_between_two_and_nobody_chose_yet(clash):
    names = {radio["name"] for radio in choices(clash)}

    assert len(choices(clash)) == 2
    assert len(names) == 1
    assert not [radio for radio in choices(clash) if "checked" in radio]


@pytest.mark.parametrize(("chosen", "kept"), [("card.title", MINE), ("", THEIRS), ("card.audience", THEIRS)])
def test_what_was_chosen_stands(send, clash, office, chosen, kept):
    response = settle(send, clash, chosen)

    assert response.status_code == 302
    assert again(office.draft).title == kept


def test_whoever_wrote_the_same_had_no_quarrel(send, office):
    send("identity", {"card.title": MINE}, by=office.colleague)

    response = send("identity", {"card.title": MINE, "revision": "0"})

    assert response.status_code == 302
    assert again(office.draft).title == MINE


def test_an_untouched_box_takes_no_part_in_a_quarrel(send, office):
    send("identity", {"card.title": THEIRS}, by=office.colleague)

    response = send("identity", TITLE | {"card.local_id": "۱۲", "revision": "0"})

    assert response.status_code == 302
    assert again(office.draft).title == THEIRS
