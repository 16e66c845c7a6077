"""The answers at the head of a card's page."""

from khedmat.cards import form
from khedmat.web import glance
from tests.factories import forms


def by_icon(card, undecided=()):
    return {answer.icon: answer for answer in glance.answers(card, undecided)}


def test_an_empty_card_answers_nothing_and_says_so():
    states = {answer.state for answer in glance.answers(form.Card(), ())}

    assert states == {"unsaid"}


def test_a_lost_mark_is_not_an_empty_box():
    found = by_icon(form.Card(), ["cost.free", "service_type"])

    assert found["coin"].state == "unclear"
    assert found["people"].state == "unclear"
    assert found["clock"].state == "unsaid"


def test_a_path_that_only_begins_alike_is_another_box():
    found = by_icon(form.Card(), ["cost_of_something"])

    assert found["coin"].state == "unsaid"


def test_a_value_wins_over_a_lost_mark_beside_it():
    found = by_icon(form.Card(frequency=form.Frequency(times=1, per="year")), ["frequency.once"])

    assert found["repeat"].text == "۱ بار در هر سال"
    assert found["repeat"].state == "said"


def test_every_answer_names_the_section_of_the_form_it_stands_in():
    sections = {answer.section for answer in glance.answers(forms.card(), ())}

    assert sections == {4, 5}


def test_the_audience_is_said_before_the_ticked_types():
    answer = by_icon(forms.card())["people"]

    assert answer.text == "عموم مردم"
    assert "G2C" in answer.note


def test_a_time_of_one_visit_is_not_taken_for_the_whole_service():
    card = form.Card(average_duration=form.Duration(min=1, unit="hour", basis="visit"))

    assert "نه زمان کامل" in by_icon(card)["clock"].note


def test_reasons_of_all_stages_are_told_once_and_in_the_words_of_the_form():
    told = form.StageAccess(visit_reasons=["other"], visit_reason_text="انجام اقدام مشترک")
    again = form.StageAccess(visit_reasons=["infrastructure"])
    card = form.Card(stages=form.Stages(request=again, delivery=again, production=told))

    reasons = glance.reasons(card)

    assert reasons.count("نبود زیرساخت") == 1
    assert "انجام اقدام مشترک" in reasons
    assert "سایر" not in reasons
