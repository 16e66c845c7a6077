"""Three states, never two: a value, not said, cannot be told. And where each value stood."""

from importlib.resources import files

import pytest

from khedmat.cards.form import Document
from khedmat.importing.readers.containers import html, sniffing, text
from khedmat.importing.readers.reading import read_bytes, read_path
from tests.importing.readers.reading_forms import cases, contract_of, titled, warned

FORMS = sorted((files("khedmat.site") / "samples" / "forms").iterdir(), key=lambda path: path.name)
CHOICES = {
    "service_type": ("نوع خدمت", ["خدمت به شهروندان (G2C)", "خدمت به کسب و کار (G2B)"], ["G2C"]),
    "nature": ("ماهیت خدمت", ["حاکمیتی", "تصدی گری"], "sovereign"),
    "level": ("سطح خدمت", ["ملی", "منطقه ای", "استانی", "شهری", "روستایی"], ["national"]),
    "life_events": ("رویداد مرتبط با", ["تولد", "آموزش", "سلامت", "مالیات", "کسب و کار"], ["birth"]),
    "start_trigger": ("نحوه آغاز خدمت", ["تقاضای گیرنده خدمت", "تشخیص دستگاه"], ["request"]),
    "leads_to_permit": ("خدمت منجر به صدور مجوز", ["بله", "خیر"], True),
}
choice = pytest.mark.parametrize("field", list(CHOICES))


def asked(field: str, marks: str) -> Document:
    """The form with one choice and a mark before each of its options; a space stands for a lost mark."""
    label, options, _ = CHOICES[field]
    pairs = zip(marks.ljust(len(options), marks[-1]), options, strict=False)
    return titled(f"{label}: " + "  ".join(f"{mark} {option}".strip() for mark, option in pairs))


def answer(document: Document, field: str) -> object:
    return contract_of(document)["card"][field]


@choice
def test_a_tick_is_a_value(field):
    document = asked(field, "☑☐")

    assert answer(document, field) == CHOICES[field][2]
    assert document.undecided == []


@choice
def test_boxes_without_a_tick_are_not_said(field):
    document = asked(field, "☐")

    assert answer(document, field) is None
    assert document.undecided == []


@choice
def test_lost_marks_are_undecided_and_shown_to_a_person(field):
    document = asked(field, " ")

    assert answer(document, field) is None
    assert document.undecided == [field]
    assert ("undecided", f"card.{field}") in warned(document)


@choice
def test_a_label_followed_by_nothing_is_not_said(field):
    document = titled(f"{CHOICES[field][0]}:", "شرح خدمت: رسیدگی")

    assert answer(document, field) is None
    assert document.undecided == []


@choice
def test_a_form_without_the_label_does_not_say(field):
    assert answer(titled("شرح خدمت: رسیدگی"), field) is None


@choice
def test_a_filler_is_no_choice(field):
    document = titled(f"{CHOICES[field][0]}: -", "شرح خدمت: رسیدگی")

    assert answer(document, field) is None
    assert document.undecided == []


@pytest.mark.parametrize("field", ["nature", "leads_to_permit"])
def test_two_ticks_where_one_is_asked_are_undecided(field):
    document = asked(field, "☑")

    assert answer(document, field) is None
    assert document.undecided == [field]


@cases(
    ("label", "path"),
    {
        "description": ("شرح خدمت", "description"),
        "audience": ("نوع مخاطبین", "audience"),
        "documents": ("مدارک لازم", "documents"),
        "laws": ("قوانین و مقررات بالادستی", "laws"),
        "duration": ("متوسط مدت زمان ارایه خدمت", "average_duration"),
        "cost": ("هزینه خدمت", "cost"),
        "system": ("نام سامانه", "system_name"),
        "url": ("آدرس اینترنتی خدمت", "url"),
        "parent": ("نام دستگاه مادر", "parent_agency"),
        "recipients": ("آمار تعداد خدمت گیرندگان", "recipients"),
        "hours": ("ساعات ارائه خدمت", "service_hours"),
        "processes": ("مراحل انجام خدمت", "processes"),
    },
)
def test_dots_dashes_and_nothing_are_no_value_of_any_box(label, path):
    for filler in ("", "-", "--", "........", "…", "_____"):
        document = titled(f"{label}: {filler}", "ماهیت خدمت: حاکمیتی")

        assert answer(document, path) is None, filler
        assert document.card.nature == "sovereign"


@cases("path", {"documents": "documents", "laws": "laws", "parent": "parent_agency", "system": "system_name"})
def test_none_in_the_box_is_no_value(path):
    labels = {
        "documents": "مدارک لازم",
        "laws": "قوانین و مقررات",
        "parent_agency": "نام دستگاه مادر",
        "system_name": "نام سامانه",
    }

    assert answer(titled(f"{labels[path]}: ندارد"), path) is None


def test_what_is_null_is_printed_as_null_and_what_is_false_as_false():
    card = contract_of(titled("خدمت منجر به صدور مجوز: ☐ بله ☑ خیر", "تعداد مراجعه حضوری: صفر"))["card"]

    assert card["leads_to_permit"] is False
    assert card["visits"]["count"] == 0
    assert (card["cost"], card["laws"], card["stages"]) == (None, None, None)


def sheet_of(data: bytes, name: str) -> object:
    decoded = sniffing.decode(data)
    return html.sheet(decoded) if sniffing.is_html(decoded, name) else text.sheet(decoded)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_every_value_stood_where_its_trace_says(form):
    data = form.read_bytes()
    blocks = sheet_of(data, form.name).blocks

    for document in read_bytes(data, form.name):
        for path, trace in document.trace.items():
            first = trace.raw.split("\n")[0]
            assert first in blocks[trace.block].text[trace.start : trace.end], path
            assert 0 <= trace.sure <= 1, path


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_every_value_of_a_card_has_a_trace(form):
    for document in read_path(form):
        plain = contract_of(document)["card"] or {}
        traced = {path.split(".")[1] for path in document.trace}

        assert {name for name, value in plain.items() if value is not None} == traced


def test_a_trace_names_label_place_and_certainty():
    trace = titled("شرح خدمت: رسیدگی و صدور").trace["card.description"]

    assert (trace.raw, trace.label, trace.block) == ("رسیدگی و صدور", "شرح خدمت", 2)
    assert "شرح خدمت: رسیدگی و صدور"[trace.start : trace.end].strip() == "رسیدگی و صدور"
    assert trace.sure == 1


def test_a_value_below_a_damaged_label_is_less_sure():
    assert titled("شرح خدنت: رسیدگی و صدور").trace["card.description"].sure < 1


def test_the_raw_text_is_kept_as_it_stands_in_the_file():
    assert titled("شرح خدمت: رسيدگي به كار").trace["card.description"].raw == "رسيدگي به كار"
