"""The electronic index: one row of a test for each row of the table, and what would spare a visit."""

import pytest

from khedmat.cards.electronic_index import POINTS, WEIGHTS, Removal, index, named, points, removals
from khedmat.cards.form import StageAccess, Stages
from khedmat.cards.vocabulary import values

ONLINE = {"electronic": True, "channels": ["website"]}
PAPER = {"non_electronic": True}


def stage(**boxes):
    return StageAccess.model_validate(boxes)


def card(**stages):
    return named(Stages.model_validate(stages))


@pytest.mark.parametrize(
    ("boxes", "expected"),
    [
        ({"electronic": True}, 100),
        ({"electronic": True, "non_electronic": False}, 100),
        ({"electronic": True, "non_electronic": True}, 75),
        ({"electronic": True, "visit_reasons": ["identity"]}, 50),
        ({"electronic": True, "non_electronic": True, "visit_reasons": ["document"]}, 50),
        ({"non_electronic": True}, 0),
        ({"electronic": False, "non_electronic": True, "visit_reasons": ["other"]}, 0),
        ({"visit_reasons": ["infrastructure"]}, 0),
        ({}, None),
        ({"electronic": False, "non_electronic": False}, None),
    ],
)
def test_a_stage_has_the_points_of_its_row_of_the_table(boxes, expected):
    assert points(stage(**boxes)) == expected


def test_every_row_of_the_table_is_tested_above_and_says_nothing_where_nothing_is_ticked():
    assert len(POINTS) == 7
    assert (False, False, False) not in POINTS


@pytest.mark.parametrize(
    ("channels", "expected"),
    [
        (["counter_office"], 50),
        (["counter_office", "counter_office_like"], 50),
        (["counter_office", "website"], 100),
        (["sms"], 100),
        ([], 100),
    ],
)
def test_a_counter_is_a_place_that_one_goes_to(channels, expected):
    assert points(stage(electronic=True, channels=channels)) == expected


def test_a_counter_makes_nothing_better_that_is_on_paper():
    assert points(stage(non_electronic=True, channels=["counter_office"])) == 0


def test_every_stage_of_the_form_has_a_weight_and_together_they_are_a_hundred():
    assert sorted(WEIGHTS) == sorted(values("stage"))
    assert sum(WEIGHTS.values()) == 100


@pytest.mark.parametrize(
    ("stages", "expected"),
    [
        ({}, None),
        (dict.fromkeys(WEIGHTS, ONLINE), 100),
        (dict.fromkeys(WEIGHTS, PAPER), 0),
        ({"request": ONLINE}, 100),
        ({"request": ONLINE, "delivery": PAPER}, 54),
        ({"information": ONLINE, "request": PAPER, "production": PAPER, "delivery": PAPER}, 20),
        ({"information": PAPER, "request": ONLINE | PAPER}, 48),
    ],
)
def test_the_index_is_the_weighted_mean_of_the_stages_that_say_something(stages, expected):
    assert index(card(**stages)) == expected


def test_each_visit_names_what_would_spare_it_and_the_index_afterwards_the_weightiest_first():
    request = PAPER | {"visit_reasons": ["identity", "document"]}
    stages = card(information=PAPER, request=request, production=ONLINE, delivery=ONLINE)

    assert removals(stages) == [
        Removal("request", "identity", 80),
        Removal("request", "document", 80),
        Removal("information", "unsaid", 65),
    ]
    assert index(stages) == 45


@pytest.mark.parametrize("boxes", [ONLINE, ONLINE | PAPER, {}])
def test_where_nobody_must_come_there_is_nothing_to_spare(boxes):
    assert removals(card(request=boxes)) == []


def test_with_all_visits_spared_one_after_the_other_the_index_is_a_hundred():
    stages = card(information=ONLINE, request=PAPER, delivery=ONLINE | {"visit_reasons": ["identity"]})
    while left := removals(stages):
        stages |= {left[0].stage: stage(**ONLINE)}

    assert index(stages) == 100
