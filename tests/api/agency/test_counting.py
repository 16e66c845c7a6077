"""A program reports how often its agency's services were asked for and given."""

import pytest

from khedmat.api.refusals import COUNTS
from khedmat.cards.counts.refusals import REASONS
from khedmat.cards.models import ServiceCount
from tests.factories.cards import VersionFactory
from tests.factories.people import OrganizationFactory

pytestmark = pytest.mark.django_db
TAIL, LETTER = "/statistics", "نامهٔ ۱۲"


@pytest.fixture
def published(home):
    return VersionFactory(service__owner=home.agency, published=True)


def row(version, period="1404-05", **said):
    return {"service": f"{version.service_id}", "period": period, "source": LETTER} | (said or {"received": 3})


def sent(home, *rows, **headers):
    return home.program.ask("post", TAIL, {"rows": list(rows)}, **headers)


def test_rows_are_kept_in_the_name_of_the_maker_and_told_in_their_order(home, published):
    rows = [row(published, channel="in_person", received=0, mean_days=1.5), row(published, "1404", not_offered=True)]

    answer = sent(home, *rows)

    assert answer.status_code == 200
    month, year = answer.json()["rows"]
    assert (month["what"], month["period"], month["service"]) == ("added", "1404-05", published.service_id)
    assert (year["period"], year["first_day"], year["last_day"]) == ("1404", "2025-03-21", "2026-03-20")
    kept = ServiceCount.objects.get(pk=month["id"])
    assert (kept.by, kept.as_organization, kept.channel, kept.received) == (home.author, home.agency, "in_person", 0)
    assert kept.source == "نامهٔ 12"


def test_the_same_again_is_left_and_other_numbers_correct_it_by_name(home, published):
    first = sent(home, row(published)).json()["rows"][0]

    again = sent(home, row(published)).json()["rows"][0]
    other = sent(home, row(published, received=4, corrects=first["id"])).json()["rows"][0]

    assert (again["id"], again["what"], other["what"]) == (first["id"], "left", "corrected")


def test_one_refused_row_keeps_all_away_and_is_told_in_both_languages(home, published):
    answer = sent(home, row(published), row(published, "1499"), row(VersionFactory(published=True)))

    assert answer.status_code == 422
    assert answer["Content-Type"] == "application/problem+json"
    told = answer.json()
    assert [(one["row"], one["reason"]) for one in told["rows"]] == [(2, "not_over"), (3, "unknown")]
    assert "هنوز به پایان نرسیده" in told["rows"][0]["detail"]
    assert "not over yet" in told["rows"][0]["detail_en"]
    assert told["reasons"][0].startswith("ردیف ۲: ")
    assert not ServiceCount.objects.exists()


def test_the_sentence_comes_in_the_language_that_was_asked_for(home, published):
    bad = row(published, "1499")

    assert sent(home, bad, Accept_Language="en").json()["detail"].startswith("1 of the rows")
    assert sent(home, bad).json()["detail"].startswith("۱ ردیف")


def test_every_reason_has_its_english():
    assert COUNTS.keys() == REASONS.keys()


@pytest.mark.parametrize(
    "wrong",
    [
        {"period": "1404-13"},
        {"period": "2025"},
        {"received": -1},
        {"received": 1.5},
        {"received": 10**12 + 1},
        {"mean_days": 40_000},
        {"channel": "pigeon"},
        {"source": "  "},
        {"service": "0"},
    ],
)
def test_what_breaks_the_contract_is_told_by_its_place(home, published, wrong):
    answer = sent(home, row(published) | wrong)

    assert answer.status_code == 422
    assert f"rows.0.{next(iter(wrong))}" in answer.json()["detail"]


@pytest.mark.parametrize("many", [0, 1001])
def test_a_list_is_neither_empty_nor_endless(home, published, many):
    assert sent(home, *[row(published)] * many).status_code == 422


def test_a_question_sent_twice_is_carried_out_once(home, published):
    answers = [sent(home, row(published), Idempotency_Key="c-1") for _ in range(2)]

    assert answers[0].json() == answers[1].json()
    assert answers[1]["Idempotent-Replayed"] == "true"
    assert ServiceCount.objects.count() == 1


def test_many_rows_ask_no_more_than_one(home, published, assert_same_cost):
    years, many = iter(range(1340, 1400)), [1]

    def ask():
        year = next(years)
        rows = [row(published, f"{year}-{month:02}") for month in range(1, many[0] + 1)]
        assert sent(home, *rows).status_code == 200

    assert_same_cost(ask, lambda: many.append(many.pop() * 12))


def test_a_token_without_the_scope_and_one_of_a_stranger_report_nothing(home, published, program_of):
    body = {"rows": [row(published)]}

    assert program_of(home.agency, "drafts").ask("post", TAIL, body).status_code == 403
    assert program_of(OrganizationFactory()).ask("post", TAIL, body).status_code == 422
    assert not ServiceCount.objects.exists()
