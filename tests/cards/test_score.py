"""The score of a card: five visible parts, every lost point with its reason."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from khedmat.cards.editing import written
from khedmat.cards.fixes import fixes_of
from khedmat.cards.form import Document
from khedmat.cards.rules.engine import BY_ID, check
from khedmat.cards.rules.recommended import says
from khedmat.cards.score import SCORE_VERSION, Facts, Loss, Part, Score, score, weights
from tests.cards.rules.cases import Case
from tests.cards.rules.example import CARD, example, example_card, permit_list
from tests.cards.rules.test_every_rule import BROKEN
from tests.cards.test_fixes import FORMS, documents_of

TODAY = date(2026, 5, 1)
FRESH = Facts(TODAY, changed_on=TODAY, confirmed_on=TODAY, has_source=True)
PART_SIZES = {"completeness": 300, "consistency": 250, "findability": 150, "freshness": 150, "evidence": 150}
REASON = "این خدمت گیرندهٔ بیرونی و مدرک مکتوبی نمی‌شناسد"
OUTSIDE = ("permits", "inquiries")
BOXES = (*weights.BOXES, "card.url", "card.filled_by", *OUTSIDE)
QUESTIONS = (*weights.CONSISTENT, *weights.FINDABLE, *weights.EVIDENT)


def scored(document: Document, facts: Facts = FRESH) -> Score:
    return score(document, check(document), facts)


def points(document: Document) -> int:
    return sum(part.points for part in scored(document).parts)


def part_of(document: Document, code: str, facts: Facts = FRESH) -> Part:
    (found,) = [part for part in scored(document, facts).parts if part.code == code]
    return found


def lost_in(document: Document, code: str, facts: Facts = FRESH) -> list[Loss]:
    return list(part_of(document, code, facts).losses)


def cards_of(one: Path | Case) -> Iterator[Document]:
    documents = documents_of(one) if isinstance(one, Path) else [one.document()]
    return (document for document in documents if document.card)


def named(one: Path | Case) -> str:
    return one.name if isinstance(one, Path) else str(one)


every_card = pytest.mark.parametrize("one", [*FORMS, *BROKEN], ids=named)
real_cards = pytest.mark.parametrize("path", FORMS, ids=named)


def test_a_card_with_nothing_to_find_that_was_confirmed_today_has_a_hundred():
    found = scored(example_card())

    assert found.total == 100
    assert found.version == SCORE_VERSION
    assert all(part.losses == () for part in found.parts)


def test_the_five_parts_are_worth_a_hundred():
    assert {part.code: part.of for part in scored(example_card()).parts} == PART_SIZES
    assert sum(PART_SIZES.values()) == 1000


def test_the_tables_share_out_each_part_to_the_tenth():
    assert sum(weights.BOXES.values()) == weights.COMPLETENESS
    assert sum(one.points for one in weights.CONSISTENT) == weights.CONSISTENCY
    assert sum(one.points for one in weights.FINDABLE) == weights.FINDABILITY
    assert sum(one.points for one in weights.EVIDENT) + weights.MOST_UNREAD + weights.NO_SOURCE == weights.EVIDENCE
    assert weights.OLDEST + weights.NEVER_CONFIRMED == weights.FRESHNESS


def test_every_rule_has_its_place_in_the_score():
    asked = {rule for one in QUESTIONS for rule in one.rules}

    assert asked | {*weights.BY_BOXES, *weights.UNWEIGHED} == BY_ID.keys()
    assert not asked & {*weights.BY_BOXES, *weights.UNWEIGHED}


def test_every_box_that_is_weighed_is_a_box_of_the_card():
    paths = {*weights.BOXES, *(path for one in QUESTIONS for path in one.boxes)}

    assert all(says(example_card().card, path) for path in paths)


@every_card
def test_what_a_part_lost_is_the_sum_of_its_losses_and_each_has_its_reason(one):
    for part in (part for document in cards_of(one) for part in scored(document).parts):
        assert part.of - part.points == sum(loss.points for loss in part.losses)
        assert 0 <= part.points <= part.of
        assert all(loss.points > 0 and loss.why for loss in part.losses)


@real_cards
def test_no_card_gains_by_leaving_a_box_empty(path):
    for document in cards_of(path):
        full = points(document)

        emptied = [written(document, {box: None}) for box in BOXES if box in OUTSIDE or says(document.card, box)]

        assert not [one for one in emptied if points(one) > full]


@every_card
def test_no_fix_costs_a_point(one):
    for document in cards_of(one):
        before = points(document)

        fixed = (fix for finding in check(document) for fix in fixes_of(finding, document))

        assert not [fix.label for fix in fixed if points(written(document, fix.changes)) < before]


@real_cards
def test_a_finding_less_is_never_a_point_less(path):
    for document in cards_of(path):
        findings = check(document)
        whole = sum(part.points for part in score(document, findings, FRESH).parts)

        for place in range(len(findings)):
            rest = findings[:place] + findings[place + 1 :]
            assert sum(part.points for part in score(document, rest, FRESH).parts) >= whole


def test_a_blocker_leaves_the_parts_and_takes_the_total():
    found = scored(example({"average_duration": {"value": 15}}))

    assert found.total is None
    assert len(found.parts) == len(PART_SIZES)


def test_what_is_no_card_has_no_total():
    assert scored(permit_list()).total is None


def test_an_empty_card_is_worth_next_to_nothing_and_says_why():
    found = scored(example(dict.fromkeys(CARD)), Facts(TODAY))

    assert found.total is None
    assert sum(part.points for part in found.parts) < 100
    assert sum(len(part.losses) for part in found.parts) > 40


def test_an_empty_box_names_itself_and_where_it_is():
    losses = lost_in(example({"audience": None}), "completeness")

    assert losses == [Loss(15, "«نوع مخاطبین» پاسخی ندارد.", "card.audience")]


@pytest.mark.parametrize("name", ["audience", "documents", "laws", "recipients", "external_inquiries", "url"])
def test_a_reason_counts_as_an_answer_and_what_is_none_does_not(name):
    without = {name: [] if isinstance(CARD[name], list) else None}
    missing = points(example(without))

    assert points(example(without, not_applicable={f"card.{name}": "ندارد"})) == missing
    assert points(example(without, not_applicable={f"card.{name}": REASON})) > missing


def test_a_placeholder_is_no_answer():
    assert points(example({"audience": "XXX"})) == points(example({"audience": None}))


def test_marks_that_cannot_be_read_count_as_missing():
    document = example({"nature": None}, undecided=["nature"])

    assert [loss.path for loss in lost_in(document, "completeness")] == ["card.nature"]
    assert [loss.points for loss in lost_in(document, "evidence")] == [weights.UNREAD]


def test_boxes_that_cannot_be_read_cost_no_more_than_is_there_to_lose():
    document = example(undecided=["visits", "nature", "level", "cost", "permits.0.fee"])

    assert [loss.points for loss in lost_in(document, "evidence")] == [weights.MOST_UNREAD]


def test_a_question_that_needs_an_empty_box_is_not_answered():
    losses = lost_in(example({"frequency": None}), "consistency")

    assert [(loss.points, loss.path) for loss in losses] == [(10, "card.frequency")]
    assert "تواتر روشن است" in losses[0].why


@pytest.mark.parametrize(
    ("changes", "code", "lost"),
    [
        ({"title": "باشگاه کشاورزان"}, "findability", 4),
        ({"url": "http://www.irantvto.ir/a/5"}, "findability", 2),
        ({"url": "https://www.irantvto.ir/"}, "findability", 12),
        ({"documents": ["شناسنامه، کارت ملی، عکس"]}, "consistency", 12),
        ({"average_duration": {"value": 15}}, "consistency", 20),
        ({"laws": ["قانون نظام صنفی"]}, "evidence", 6),
    ],
)
def test_a_question_loses_by_its_heaviest_finding(changes, code, lost):
    document = example(changes)
    mine = [loss for loss in lost_in(document, code) if loss.why in {found.message for found in check(document)}]

    assert max(loss.points for loss in mine) == lost


def test_the_permit_forms_count_only_where_a_permit_comes_of_it():
    rows = [{"title": "پروانه", "action": "issue"}]

    assert lost_in(example(permits=rows), "consistency") == []
    assert lost_in(example({"leads_to_permit": True}, permits=rows), "consistency")


@pytest.mark.parametrize(
    ("days", "left"), [(0, 150), (180, 150), (181, 110), (365, 110), (366, 55), (730, 55), (731, 25)]
)
def test_a_card_ages_by_steps(days, left):
    then = TODAY - timedelta(days=days)

    assert part_of(example_card(), "freshness", Facts(TODAY, confirmed_on=then)).points == left


def test_the_newest_of_change_and_confirmation_counts():
    old = TODAY - timedelta(days=300)

    assert part_of(example_card(), "freshness", Facts(TODAY, changed_on=TODAY, confirmed_on=old)).points == 150
    assert part_of(example_card(), "freshness", Facts(TODAY, changed_on=TODAY)).points == 100


def test_a_card_of_which_no_day_is_known_has_no_freshness():
    assert part_of(example_card(), "freshness", Facts(TODAY)).points == 0


def test_a_day_in_the_future_is_no_gain():
    tomorrow = TODAY + timedelta(days=1)

    assert part_of(example_card(), "freshness", Facts(TODAY, confirmed_on=tomorrow)).points == 150


@pytest.mark.parametrize("facts", [Facts(TODAY, has_source=True), Facts(TODAY, confirmed_on=TODAY)])
def test_a_filed_form_or_a_confirmation_stands_behind_a_card(facts):
    assert part_of(example_card(), "evidence", facts).points == 150
    assert part_of(example_card(), "evidence", Facts(TODAY)).points == 150 - weights.NO_SOURCE


def test_a_tenth_is_never_rounded_up_to_a_point():
    document = example({"documents": ["گواهی پزشک در صورت نیاز"]})

    assert points(document) == 996
    assert scored(document).total == 99
