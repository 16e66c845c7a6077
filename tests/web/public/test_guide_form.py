"""The empty form to print: every box and option of the paper, with the explanation of each beside it."""

import re

import pytest

from khedmat.cards.guide import GUIDE, heading_for
from khedmat.cards.vocabulary import VOCABULARY

pytestmark = pytest.mark.django_db
FORM = "/guide/form/"
PRINTED = [
    "service_type",
    "nature",
    "level",
    "life_event",
    "start_trigger",
    "period",
    "channel",
    "visit_level",
    "visit_reason",
    "exchange_mode",
    "paper_by",
    "applicant",
    "permit_process",
    "inquiry_kind",
]
EXPLAINED = [heading for heading in GUIDE if any(not field.startswith("services") for field in heading.fields)]


@pytest.fixture
def page(client):
    return client.get(FORM).content.decode()


def test_the_ten_sections_the_foot_and_both_permit_forms_are_there(page):
    for place in [*(f"s{number}" for number in range(1, 11)), "filler", "permits", "inquiries"]:
        assert f'id="{place}"' in page


@pytest.mark.parametrize("name", PRINTED)
def test_every_option_has_a_box_and_none_is_ticked(page, name):
    for label in VOCABULARY[name].values():
        assert f'<span class="t t-off">{label.fa}<' in page
    assert "t-on" not in page


def test_every_action_of_a_permit_has_a_column(page):
    for label in VOCABULARY["permit_action"].values():
        assert f'<th scope="col">{label.fa}</th>' in page


def test_nothing_is_said_of_a_form_that_nobody_filled_in(page):
    assert 'class="unsaid"' not in page
    assert 'class="unclear' not in page
    assert page.count('class="blank"') > 60


def test_the_box_of_the_id_is_closed_to_agencies(page):
    assert "این خانه را سازمان برنامه‌ریزی پر می‌کند" in page


@pytest.mark.parametrize("heading", EXPLAINED, ids=lambda heading: heading.anchor)
def test_every_box_of_the_ten_sections_bears_its_explanation(page, heading):
    is_of_others = "ویرایش‌های بعدی" in heading.article or heading.anchor in ("local-id", "leads-to-permit")

    assert is_of_others or heading.text in page


def test_options_are_explained_too(page):
    for name in ("nature", "level", "visit_reason", "channel", "inquiry_kind"):
        heading = next(one for one in GUIDE if one.vocabulary == name)
        assert [meaning for meaning in heading.options.values() if meaning not in page] == []


def test_it_is_printed_without_explanations_as_well(client, page):
    bare = client.get(FORM, {"explain": "0"}).content.decode()

    assert 'class="why"' in page
    assert 'class="why"' not in bare
    assert heading_for("card.level").text not in bare
    assert re.findall(r'<span class="t [^>]*>', bare) == re.findall(r'<span class="t [^>]*>', page)


@pytest.mark.parametrize("address", [FORM, f"{FORM}?explain=0", "/guide/"])
def test_it_is_light_over_the_wire_and_any_cache_may_keep_it(client, address):
    response = client.get(address, headers={"Accept-Encoding": "gzip"})

    assert response["Content-Encoding"] == "gzip"
    assert len(response.content) <= 20_000
    assert "public" in response["Cache-Control"]
    assert not response.cookies


def test_no_question_is_asked_of_the_database(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        client.get(FORM)


def test_the_guide_leads_to_the_form_and_the_form_to_the_guide(client, page):
    assert f'href="{FORM}"' in client.get("/guide/").content.decode()
    assert 'href="/guide/"' in page
