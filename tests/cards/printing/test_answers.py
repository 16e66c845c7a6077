"""Sections 1 to 5 and the boxes of other editions, as they are printed."""

import pytest

from khedmat.cards.printing import answers
from khedmat.cards.printing.filled import LOST, Filled
from khedmat.cards.printing.pieces import Grid, Note, Text, Tick, Words
from tests.cards.printing.papers import sample
from tests.importing.readers.reading_forms import cases

ROWS = [{"amount_rial": 250_000, "account": "IR-4000", "electronic": True}, {"text": "کارمزد", "electronic": False}]


def filled(*, is_whole=True, **changes):
    return Filled(sample(**changes), is_whole=is_whole)


def rows(form, section):
    """The printed labels of a section with the pieces of their boxes."""
    fields = answers.sections(form)[section].parts[0]
    return {field.label: [piece for line in field.cell for piece in line] for field in fields.rows}


def words(cell):
    """What a reader sees of a cell."""
    pieces = [piece for line in cell for piece in line]
    return " ".join(filter(None, (getattr(piece, "said", None) or getattr(piece, "text", "") for piece in pieces)))


def test_the_first_three_sections_are_one_table_of_four_boxes():
    made = rows(filled(), 0)

    assert list(made) == ["۱- عنوان خدمت", "۲- شناسهٔ خدمت", "۳- نام دستگاه اجرایی", "نام دستگاه مادر"]
    assert made["۱- عنوان خدمت"] == [Text("card.title", "صدور گواهی سوء پیشینه")]


@pytest.mark.parametrize("picked", ["other", "event", "time"])
def test_the_words_of_the_start_stand_behind_the_option_they_belong_to(picked):
    line = rows(filled(start_trigger=[picked], start_trigger_text="هر بهار"), 1)["نحوهٔ آغاز خدمت"]
    place = line.index(Text("card.start_trigger_text", "هر بهار"))

    assert line[place - 1] == Words(":")
    assert line[place - 2].path == f"card.start_trigger.{picked}"


def test_words_of_a_start_without_an_option_stand_behind_other():
    line = rows(filled(start_trigger=None, start_trigger_text="هر بهار"), 1)["نحوهٔ آغاز خدمت"]

    assert line[line.index(Text("card.start_trigger_text", "هر بهار")) - 2].path == "card.start_trigger.other"


def test_another_event_of_life_is_printed_behind_its_square():
    line = rows(filled(life_events=["other"], life_event_text="کوچ"), 1)["رویداد مرتبط با"]
    place = line.index(Text("card.life_event_text", "کوچ"))

    assert isinstance(line[place - 2], Tick)
    assert line[place - 2].ticked


@cases(
    "duration, said",
    {
        "words": ({"text": "سه روز"}, "سه روز"),
        "a figure": ({"value": 3, "unit": "day"}, "به عدد: ۳ روز"),
        "from and to": ({"min": 2, "max": 5, "unit": "day"}, "به عدد: دست‌کم ۲ تا ۵ روز"),
        "words and a figure": ({"text": "سه روز", "value": 3, "unit": "day"}, "سه روز به عدد: ۳ روز"),
        "working days": ({"value": 3, "unit": "day", "working": True}, "به عدد: ۳ روز ، روز کاری: بله"),
        "a half": ({"value": 0.5, "unit": "hour"}, "به عدد: ۰٫۵ ساعت"),
        "nothing": (None, ""),
    },
)
def test_a_duration_is_said_in_words_and_in_figures(duration, said):
    assert words(answers.duration(filled(average_duration=duration), "card.average_duration")) == said


@cases(
    "visits, said",
    {
        "a count": ({"count": 1}, "به عدد: ۱ بار"),
        "none at all": ({"count": 0}, "به عدد: ۰ بار"),
        "at most": ({"count": 1, "max": 3}, "به عدد: ۱ بار تا ۳ بار"),
        "words": ({"text": "بسته به مورد"}, "بسته به مورد"),
        "nothing": (None, ""),
    },
)
def test_visits_are_said_in_words_and_in_figures(visits, said):
    assert words(answers.visits(filled(visits=visits))) == said


@cases("is_whole, columns", {"for those inside": (True, 4), "for the public": (False, 3)})
def test_accounts_are_a_column_for_those_inside_alone(is_whole, columns):
    _, grid = answers.sections(filled(is_whole=is_whole, cost={"items": ROWS}))[2].parts

    assert [len(row) for row in grid.rows] == [columns] * 2
    assert ("شمارهٔ حساب بانکی" in [head.label for head in grid.heads]) is is_whole
    assert ("IR-۴۰۰۰" in str(grid) or "IR-4000" in str(grid)) is is_whole


@pytest.mark.parametrize("cost", [None, {"text": "رایگان"}, {"free": True}, {"items": []}])
def test_no_table_of_amounts_stands_where_the_form_names_none(cost):
    assert not any(isinstance(part, Grid) for part in answers.sections(filled(cost=cost))[2].parts)


@cases("electronic, ticked, notes", {"yes": (True, True, 0), "no": (False, False, 0), "not said": (None, False, 1)})
def test_the_three_states_of_a_payment_are_told_apart(electronic, ticked, notes):
    grid = answers.sections(filled(cost={"items": [{"amount_rial": 1, "electronic": electronic}]}))[2].parts[1]
    (line,) = grid.rows[0][-1]

    assert line[0].ticked is ticked
    assert len(line) - 1 == notes


def test_boxes_of_other_editions_are_printed_where_they_are_filled_alone():
    (section,) = answers.other_editions(filled(service_hours="شنبه تا چهارشنبه"))

    assert [field.label for field in section.parts[0].rows] == ["ساعات ارائهٔ خدمت"]


def test_boxes_of_other_editions_are_no_section_where_none_is_filled():
    assert answers.other_editions(filled()) == ()


def test_a_doubt_alone_prints_a_box_of_another_edition():
    (section,) = answers.other_editions(filled(undecided=["maturity"]))

    assert section.parts[0].rows[0].cell == ((Note("?", "card.maturity", LOST),),)


def test_a_permit_is_a_question_with_two_squares():
    line = rows(filled(leads_to_permit=False), 1)["آیا خدمت منجر به صدور مجوز می‌شود"]

    assert [(piece.path, piece.ticked) for piece in line] == [
        ("card.leads_to_permit.yes", False),
        ("card.leads_to_permit.no", True),
    ]
