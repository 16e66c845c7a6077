"""The events in the order of a life, and chains as people walk them."""

import pytest

from khedmat.cards.vocabulary import values
from khedmat.permits.chain import Link
from khedmat.permits.needed import Stop
from khedmat.web.public.ways.life import AGES, MOST_CHAINS, MOST_STEPS, by_age, walked
from khedmat.web.public.ways.thread import drawn


def linked(*pairs):
    return [Link(source, target, f"برگهٔ {source}") for source, target in pairs]


def named(services):
    return {service: Stop(service, f"خدمت {service}", "دستگاه") for service in services}


def test_every_event_of_the_form_stands_at_one_age():
    placed = [code for _, codes in AGES for code in codes]

    assert sorted(placed) == sorted(values("life_event"))


def test_an_event_that_no_service_ticks_is_shown_with_none():
    ages = by_age({"birth": 3})

    assert [(event.code, event.name, event.count) for event in ages[0][1]] == [
        ("birth", "تولد", 3),
        ("education", "آموزش", 0),
        ("health", "سلامت", 0),
    ]


def test_steps_are_numbered_in_the_order_in_which_they_are_walked():
    journey = walked(linked((5, 2), (2, 9)), named)[0]

    assert [(step.number, step.stop.service, step.place) for step in journey.steps] == [(1, 5, 0), (2, 2, 1), (3, 9, 2)]
    assert [step.asks for step in journey.steps] == [[], [("برگهٔ 5", 1)], [("برگهٔ 2", 2)]]
    assert journey.more == 0


def test_a_long_chain_is_cut_and_says_how_much_of_it_is_not_shown():
    links = [(number, number + 1) for number in range(MOST_STEPS + 3)]

    journey = walked(linked(*links), named)[0]

    assert (len(journey.steps), journey.more) == (MOST_STEPS, 4)


def test_a_step_never_points_to_one_that_is_not_shown():
    links = [(number, 0) for number in range(1, MOST_STEPS + 5)]

    journey = walked(linked(*links), named)[0]

    shown = {step.number for step in journey.steps}
    assert {source for step in journey.steps for _, source in step.asks} <= shown


def test_many_chains_are_cut_to_the_longest():
    links = [(number, number + 1) for number in range(0, 4 * MOST_CHAINS, 2)]

    assert len(walked(linked(*links), named)) == MOST_CHAINS


def test_services_that_need_nothing_of_each_other_are_no_journey():
    assert walked([], named) == []


def test_only_the_services_that_are_shown_are_named():
    asked = []

    walked(
        linked(*((number, number + 1) for number in range(MOST_STEPS + 9))),
        lambda ones: asked.append(ones) or named(ones),
    )

    assert [len(ones) for ones in asked] == [MOST_STEPS]


@pytest.mark.parametrize(
    "links", [[(1, 2)], [(1, 2), (2, 1)], [(1, 3), (2, 3), (3, 4)], [(1, 2), (1, 3), (1, 4), (4, 5)]]
)
def test_a_drawing_holds_every_step_inside_its_borders_and_no_two_at_one_place(links):
    journey = walked(linked(*links), named)[0]

    drawing = drawn(journey)

    assert len(drawing.knots) == len(journey.steps)
    assert len({(knot.x, knot.y) for knot in drawing.knots}) == len(drawing.knots)
    assert all(19 < knot.x < drawing.width - 19 for knot in drawing.knots)
    assert all(19 < knot.y < drawing.height - 19 for knot in drawing.knots)
    assert len(drawing.threads) == sum(len(step.asks) for step in journey.steps)
