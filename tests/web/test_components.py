"""Each component in each of its states, as it reaches the page."""

from types import SimpleNamespace

import pytest
from django.core.paginator import Paginator
from django.template import Context, Template

from khedmat.cards import form
from khedmat.web.glance import Answer
from khedmat.web.journey import journey


def shown(source, **context):
    return Template("{% load ui %}" + source).render(Context({"undecided": [], **context}))


@pytest.mark.parametrize("tone", ["plain", "accent", "good", "mind", "seal"])
def test_a_badge_has_its_tone(tone):
    assert f'class="badge badge-{tone}"' in shown("{% badge 'ملی' tone %}", tone=tone)


@pytest.mark.parametrize(
    ("on", "maybe", "state", "told"),
    [
        (True, False, "on", "تیک خورده"),
        (False, False, "off", "تیک نخورده"),
        (None, False, "off", "تیک نخورده"),
        (None, True, "maybe", "نشانه روشن نیست"),
    ],
)
def test_a_box_is_told_in_words_too(on, maybe, state, told):
    html = shown("{% tick 'ملی' on maybe %}", on=on, maybe=maybe)

    assert f"t-{state}" in html
    assert told in html


def test_all_boxes_of_a_list_are_printed_and_only_those_of_the_row():
    assert shown("{% ticks 'level' card path='level' %}", card=["national"]).count("<li>") == 6
    assert shown("{% ticks 'level' card path='level' only='national urban' %}", card=[]).count("<li>") == 2


@pytest.mark.parametrize(("chosen", "lost"), [([], True), (["national"], False)])
def test_boxes_are_dashed_only_where_none_is_ticked_and_the_marks_are_lost(chosen, lost):
    html = shown("{% ticks 'level' chosen path='level' %}", chosen=chosen, undecided=["level"])

    assert ("t-maybe" in html) == lost
    assert ("در فرم روشن نیست" in html) == lost


@pytest.mark.parametrize(
    ("said", "undecided", "words"),
    [
        ("مقدار", [], "مقدار"),
        ("مقدار", ["a"], "مقدار"),
        ("", [], "ذکر نشده"),
        ("", ["a.b"], "در فرم روشن نیست"),
        (None, ["ab"], "ذکر نشده"),
    ],
)
def test_a_value_is_said_not_said_or_not_clear(said, undecided, words):
    assert words in shown("{% value said 'a' %}", said=said, undecided=undecided)


@pytest.mark.parametrize(("state", "mark"), [("said", "۳ روز"), ("unsaid", "unsaid"), ("unclear", "unclear")])
def test_an_answer_shows_its_state(state, mark):
    said = Answer("چقدر؟", "3 روز" if state == "said" else None, state, 5, "clock", "یادداشت 2")

    html = shown("{% answer said '' %}", said=said)

    assert mark in html
    assert "یادداشت ۲" in html


@pytest.mark.parametrize("name", ["information", "request", "production", "delivery"])
def test_a_stop_without_a_word_says_so(name):
    (stop,) = [one for one in journey(form.Card(), ()) if one.name == name]

    assert 'class="unsaid"' in shown("{% stop stop %}", stop=stop)


def test_a_stop_tells_of_doubts_beside_what_is_said():
    stages = form.Stages(request=form.StageAccess(electronic=True))

    stop = journey(form.Card(stages=stages), ["stages.request.channels"])[1]

    assert "بخشی از نشانه‌های این مرحله" in shown("{% stop stop %}", stop=stop)


def test_an_empty_state_says_what_to_do_and_where():
    html = shown("{% empty 'هیچ' 'چنین کنید' href='/x/' link='برو' %}")

    assert 'href="/x/"' in html
    assert "<a" not in shown("{% empty 'هیچ' 'چنین کنید' %}")


@pytest.mark.parametrize(("field", "goal"), [("card.cost", 'href="#box-cost"'), ("permits.0.title", "چاره:")])
def test_a_finding_leads_to_its_box_or_carries_its_cure(field, goal):
    finding = SimpleNamespace(rule="C02", severity="B", field=field, message="خالی است", fix="بنویسید")

    assert goal in shown("{% finding finding %}", finding=finding)


def test_a_finding_without_a_box_of_its_own_is_named_in_the_words_of_the_form():
    finding = SimpleNamespace(rule="C01", severity="B", field="card.stages", message="خالی است", fix="بنویسید")

    html = shown("{% finding finding %}", finding=finding)

    assert "نحوهٔ دسترسی (چهار مرحله)" in html
    assert "card.stages" not in html


@pytest.mark.parametrize(("number", "ways"), [(1, ["next"]), (2, ["prev", "next"]), (3, ["prev"])])
def test_a_pager_offers_the_pages_that_there_are(number, ways):
    page = Paginator(range(6), 2).page(number)

    html = shown("{% pager page query %}", page=page, query="q=x&")

    assert [way for way in ("prev", "next") if f'rel="{way}"' in html] == ways
    assert "?q=x&amp;page=" in html


def test_a_star_is_a_link_only_where_it_leads_somewhere():
    assert "<a" not in shown("{% star 4 %}")
    assert 'href="/c/#s4"' in shown("{% star 4 '/c/' %}")


@pytest.mark.parametrize(("text", "kind"), [("10031093000", "number"), ("https://a.ir", "code"), ("", "")])
def test_a_code_runs_from_left_to_right(text, kind):
    html = shown("{% code text %}", text=text)

    assert html == (f'<bdi class="{kind}" dir="ltr">{text}</bdi>' if text else "")


@pytest.mark.parametrize("tag", ["badge text", "tick text True", "code text", "value text 'a'", "stamp text"])
def test_no_component_lets_markup_through(tag):
    assert "<b>" not in shown("{% " + tag + " %}", text="<b>x</b>")
