"""The word lists beside the rules: each entry works, none works against another, and good Persian passes."""

import pytest

from khedmat.cards.rules.words import table, word_set
from khedmat.core.persian import key
from khedmat.organizations import directory
from tests.cards.rules.example import example, found, permit_list

MISSPELT = [row for row in table("misspellings") if len(row) == 2]
BESIDE = [row for row in table("misspellings") if len(row) > 2]
JARGON = table("jargon")
HOLDERS = table("holders")
LISTS = ("acts", "act_endings", "things", "presence", "tasks", "papers")
GOOD_PERSIAN = """
تدوین برنامه توزیع نهاده‌های کشاورزی
تسهیل ترخیص کالا برای واحدهای تولیدی
توضیح ضوابط به متقاضیان حاضر در جلسه
گزارش انتظار بازنشستگان
سپاسگزاری از خدمتگزاران
قانونگذاری و نامگذاری معابر
برگزاری مزایده و واگذاری زمین
سرمایه‌گذاری و کارگزاری بورس
استعلام از دستگاه‌های مربوط
استعمال دخانیات در اماکن عمومی
اشتغال جوانان و بیمه بیکاری
تعیین نرخ و تعیین تکلیف پرونده‌ها
مرجع صدور پروانه
مرجع تقلید و مراجع قضایی
مسئولیت‌های مدنی و کیفری
مسؤول دفتر
تأیید و تائید مدارک
هیأت مدیره و هیئت امنا
شرایط و ضوابط اعطای تسهیلات
""".strip().splitlines()


@pytest.mark.parametrize("row", MISSPELT, ids=lambda row: row[0])
def test_a_misspelt_word_is_shown_with_the_right_one(row):
    said = found("K01", example({"audience": f"همه {row[0]} کشور"}))

    assert any(f"«{row[1]}»" in finding.message for finding in said)


@pytest.mark.parametrize("row", MISSPELT, ids=lambda row: row[0])
def test_the_right_word_is_not_itself_called_wrong(row):
    assert not found("K01", example({"audience": f"همه {row[1]} کشور"}))


@pytest.mark.parametrize("text", GOOD_PERSIAN)
def test_good_persian_is_left_alone(text):
    assert not found("K01", example({"audience": text}))


@pytest.mark.parametrize("row", BESIDE, ids=lambda row: row[0])
def test_a_word_that_is_wrong_only_beside_others_is_right_alone(row):
    assert not found("K01", example({"audience": f"همه {row[0]} کشور"}))


@pytest.mark.parametrize(
    ("phrase", "right"), [(near, row[1]) for row in BESIDE for near in row[2].split("|") if " " in near]
)
def test_beside_those_words_it_is_shown(phrase, right):
    (finding,) = found("K01", example({"audience": phrase}))

    assert right in finding.message


@pytest.mark.parametrize("row", JARGON, ids=lambda row: row[0])
def test_jargon_is_noted_with_plain_words_for_it(row):
    (finding,) = found("K02", example({"audience": f"همه {row[0]} نو", "external_inquiries": []}))

    assert row[0] in finding.message
    assert row[1][:20] in finding.fix


@pytest.mark.parametrize("row", JARGON, ids=lambda row: row[0])
def test_jargon_that_the_form_explains_passes(row):
    assert not found("K02", example({"audience": f"{row[0]} ({row[1]})"}))


@pytest.mark.parametrize("term", ["swot", "Swot", "s.w.o.t", "SWOTs"])
def test_a_term_is_known_in_any_case_but_only_as_a_whole_word(term):
    assert bool(found("K02", example({"audience": term}))) == (term.lower() == "swot")


def test_a_term_that_stands_in_ten_boxes_is_noted_once():
    changes = {"audience": "SWOT", "description": "SWOT", "processes": ["SWOT"] * 8}

    assert len(found("K02", example(changes))) == 1


def test_permit_rows_are_read_for_words_too():
    row = {"title": "پروانه", "legal_basis": "تودین", "notes": "EPC"}

    assert [one.field for one in found("K01", permit_list(row))] == ["permits.0.legal_basis"]
    assert [one.field for one in found("K02", permit_list(row))] == ["permits.0.notes"]


@pytest.mark.parametrize("name", LISTS)
def test_no_entry_stands_twice_in_its_list(name):
    entries = [key(row[0]) for row in table(name)]

    assert sorted({entry for entry in entries if entries.count(entry) > 2}) == []
    assert word_set(name)


def test_what_is_wrong_is_never_given_as_right():
    wrong = {key(row[0]) for row in MISSPELT}

    assert not wrong & {key(row[1]) for row in table("misspellings")}


@pytest.mark.parametrize("row", HOLDERS, ids=lambda row: row[0])
def test_a_paper_is_held_by_an_agency_that_exists(row):
    holder = directory.get(row[1])

    assert holder
    asked = {
        "documents": [f"تصویر {row[0]} متقاضی"],
        "external_inquiries": [{"agency": holder.name, "modes": ["online"]}],
    }
    (finding,) = found("D04", example(asked))
    assert holder.name in finding.message


@pytest.mark.parametrize("mode", ["paper", "batch"])
def test_a_paper_is_asked_with_reason_where_its_holder_cannot_be_asked_online(mode):
    asked = {"documents": ["شناسنامه"], "external_inquiries": [{"agency": "سازمان ثبت احوال کشور", "modes": [mode]}]}

    assert not found("D04", example(asked))


@pytest.mark.parametrize("row", table("tasks"), ids=lambda row: row[0])
def test_a_small_step_of_a_desk_is_no_main_process(row):
    assert found("B02", example({"diagram": {"boxes": [f"{row[0]} واحد"]}}))


@pytest.mark.parametrize("row", table("presence"), ids=lambda row: row[0])
def test_what_one_must_be_present_for_is_a_reason_to_come(row):
    stage = {"non_electronic": True, "visit_reasons": ["other"], "visit_reason_text": f"برای {row[0]} متقاضی"}

    assert not found("V03", example({"visits": {"count": 1}, "stages.request": stage}))


@pytest.mark.parametrize("text", ["هماهنگی", "رویهٔ جاری", "طبق روال اداره", "انجام امور", "سایر", "هماهنگی‌های لازم"])
def test_the_custom_of_an_office_is_no_reason_to_come(text):
    stage = {"non_electronic": True, "visit_reasons": ["other"], "visit_reason_text": text}

    assert found("V03", example({"visits": {"count": 1}, "stages.request": stage}))
