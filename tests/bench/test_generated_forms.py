"""Generated forms: repeatable by seed, and read as their answers say."""

import json
from io import BytesIO
from random import Random
from zipfile import ZipFile

import pytest

from bench.forms import damage, word, words
from bench.forms.delimited import delimited
from bench.forms.gold import answers
from bench.forms.judging import verdicts
from bench.forms.keyboards import CHANGES
from bench.forms.making import CONTAINERS, DAMAGES, EDITIONS, Form, damages_of, form
from bench.forms.model import BOX, TICK, Choice, Words
from bench.forms.printing import Flat
from bench.forms.shaping import shaped
from bench.generate import forms, write
from bench.generated import judged, report, wrong
from khedmat.core.persian import fold, squeeze
from khedmat.importing.readers.reading import read_bytes

SEEDS = range(400, 424)


def wrong_in(made: list[Form]) -> list[str]:
    return list(wrong(judged(made)))


@pytest.mark.parametrize("container", CONTAINERS)
def test_the_same_seed_gives_the_same_form(container):
    assert form(7, container) == form(7, container)
    assert form(7, container).data != form(8, container).data


@pytest.mark.parametrize("container", CONTAINERS)
def test_clean_forms_are_read_as_their_answers_say(container):
    assert wrong_in(forms(SEEDS, container, "")) == []


@pytest.mark.parametrize("damage", ["lost marks", "presentation", "pages", "menu"])
def test_forms_of_which_nothing_is_lost_but_marks_are_read_as_well(damage):
    assert wrong_in(forms(range(400, 408), "txt", damage)) == []


def test_every_damage_is_read_but_for_a_few_paths():
    rows = list(judged(forms(range(600, 600 + 2 * len(DAMAGES)), "txt", "all")))

    faults = [row for row in rows if row.verdict.outcome != "right"]
    assert len(faults) <= 0.03 * len(rows), "\n".join(wrong(rows))


def test_every_damage_befalls_some_container():
    assert {kind for container in CONTAINERS for kind in damages_of(container)} == set(DAMAGES)


@pytest.mark.parametrize("edition", sorted(EDITIONS))
def test_an_edition_has_answers_for_what_it_prints(edition):
    page = EDITIONS[edition](Random(3))
    found = answers(page)

    assert found["kind"] in {"service_card", "service_list", "permit_list"}
    assert sum(value is not None for value in found.values()) > 3
    assert "" not in found


def test_lost_marks_leave_every_choice_to_a_person():
    found = answers(EDITIONS["annex"](Random(5)), "lost marks")

    assert found["card.nature"] == "?"
    assert found["card.level"] == "?"


def test_a_choice_answers_with_what_is_ticked():
    options = (("sovereign", "حاکمیتی"), ("operational", "تصدی گری"))

    assert Choice("card.nature", options, frozenset({"operational"}), one=True).answers() == {
        "card.nature": "operational"
    }
    assert Choice("card.nature", options, frozenset(), one=True).answers() == {"card.nature": None}


def test_a_damaged_text_changes_its_answer_too():
    text = Words(("رسیدگی به درخواست متقاضیان در کمیسیون",), {"card.description": "has"})

    changed = Words((damage.letters(Random(1), text.lines[0]),), text.kept)
    assert changed.answers()["card.description"] != text.answers()["card.description"]


@pytest.mark.parametrize("name", sorted(damage.LETTERS))
def test_a_damage_is_small(name):
    text = "استعلام مدارک لازم برای انجام خدمت"

    assert abs(len(damage.LETTERS[name](Random(2), text)) - len(text)) <= 1


@pytest.mark.parametrize("change", sorted(CHANGES))
def test_another_keyboard_types_the_same_words(change):
    text = "ارائه گواهینامه ها به خدمت گیرندگان در 20 روز کاری"

    typed = CHANGES[change](text)
    assert squeeze(typed).replace("ارایه", "ارائه") == squeeze(text).replace("ارایه", "ارائه")


def test_presentation_forms_fold_back_to_their_letters():
    text = "شرح خدمت: صدور پروانه بهره برداری"

    assert shaped(text) != text
    assert fold(shaped(text)) == text


@pytest.mark.parametrize("name", ["words", "labels"])
def test_every_phrase_of_the_lists_can_be_said(name):
    for phrases in words.table(name).values():
        said = {words.spun(Random(seed), phrase) for phrase in phrases for seed in range(3)}
        assert not any(sign in text for text in said for sign in "{}|$#")


PARTS = {"xlsx": "xl/sharedStrings.xml", "docx": "word/document.xml"}


def written(made: Form) -> str:
    """The text of a form; of a workbook what its cells share, of a Word file its body."""
    part = PARTS.get(made.ending)
    if part is None:
        return made.data.decode()
    with ZipFile(BytesIO(made.data)) as parts:
        return parts.read(part).decode()


def test_no_mark_is_left_undrawn():
    texts = [written(form(seed, container)) for container in CONTAINERS for seed in SEEDS]

    assert not any(TICK in text or BOX in text for text in texts)


def test_a_form_and_its_answers_are_written_beside_each_other(tmp_path):
    made = form(9, "txt", "cut")

    write(made, tmp_path, 1)
    (gold,) = tmp_path.glob("*.gold.json")
    assert json.loads(gold.read_text("utf-8"))["answers"] == json.loads(json.dumps(made.answers))
    assert (tmp_path / gold.name.replace(".gold.json", ".txt")).read_bytes() == made.data


CONTRACT = {
    "kind": "service_card",
    "card": {"title": "صدور پروانه", "nature": None, "visits": {"count": 3}},
    "undecided": ["nature"],
    "warnings": [{"field": "card.visits"}],
    "trace": {"card.title": {"sure": 1.0, "others": []}},
}


@pytest.mark.parametrize(
    ("path", "wanted", "outcome", "flagged"),
    [
        ("card.title", "صدور پروانه", "right", False),
        ("card.title", {"has": "پروانه"}, "right", False),
        ("card.title", "ابطال مجوز", "false", False),
        ("card.title", None, "false", False),
        ("card.nature", "?", "right", False),
        ("card.nature", "sovereign", "missed", False),
        ("card.visits.count", 2, "false", True),
        ("card.visits.count", {"any": [2, 3]}, "right", False),
        ("card.level", None, "right", False),
    ],
)
def test_a_verdict_says_what_went_wrong_and_whether_a_person_is_asked(path, wanted, outcome, flagged):
    (verdict,) = verdicts(CONTRACT, {path: wanted})

    assert (verdict.outcome, verdict.flagged) == (outcome, flagged)


def test_the_report_begins_with_the_whole():
    lines = list(report(list(judged(forms(range(1, 4), "txt", "")))))

    assert lines[0].startswith("all")
    assert {"by container", "by edition", "by damage", "by layout", "by field"} <= set(lines)


@pytest.mark.parametrize("box", word.BOXES, ids=lambda box: box.__name__.strip("_"))
def test_every_way_of_a_box_in_word_tells_a_tick_from_none(box):
    options = f"{TICK} خدمت به شهروندان (G2C)  {BOX} خدمت به کسب و کار (G2B)"
    rows = [Flat("pair", "عنوان خدمت", ("صدور پروانه چاه",)), Flat("pair", "نوع خدمت", (options,))]

    for layout in word.LAYOUTS.values():
        (document,) = read_bytes(word.packed(layout(rows, box)), "form.docx")
        assert document.card.service_type == ["G2C"]


def test_delimited_text_keeps_the_lines_of_a_cell():
    rows = [Flat("pair", "عنوان خدمت", ("صدور پروانه چاه",)), Flat("pair", "مدارک لازم", ("سند", "کارت ملی"))]

    _, data = delimited(rows, Random(1), "")
    (document,) = read_bytes(data, "form.csv")
    assert document.card.documents == ["سند", "کارت ملی"]
