"""D02, D04, D05, D06, O05."""

import pytest

from tests.cards.rules.example import example, example_card, fields, found, with_raw


@pytest.mark.parametrize(
    "line", ["شناسنامه، کارت ملی، عکس", "شناسنامه و کارت ملی", "فرم درخواست / تصویر سند", "گواهی پزشک؛ نسخه؛ دفترچه"]
)
def test_several_papers_in_one_line_are_to_be_parted(line):
    (finding,) = found("D02", example({"documents": [line]}))

    assert finding.severity == "A"
    assert finding.field == "card.documents.0"


@pytest.mark.parametrize(
    "line",
    [
        "کارت ملی مالک چاه",
        "تصویر صفحه اول، دوم و سوم شناسنامه",
        "اصل سند (مالکیت، اجاره یا وقف)",
        "فرم درخواست و اعلام نیاز",
        "هشت قطعه عکس 4*3",
    ],
)
def test_one_paper_in_a_line_passes(line):
    assert not found("D02", example({"documents": [line]}))


def test_papers_that_the_reader_has_cut_are_judged_by_the_printed_line():
    document = example({"documents": ["انجام مطالعات", "درخواست رسمی"]})

    assert fields("D02", with_raw(document, "card.documents", "انجام مطالعات، درخواست رسمی،")) == ["card.documents"]
    assert not found("D02", with_raw(document, "card.documents", "انجام مطالعات\nدرخواست رسمی"))


def test_a_paper_that_an_agency_online_with_us_holds_need_not_be_asked():
    (finding,) = found("D04", example({"documents": ["تصویر شناسنامه"]}))

    assert "سازمان ثبت احوال کشور" in finding.message


@pytest.mark.parametrize(
    "row",
    [{"agency": "سازمان ثبت احوال کشور", "modes": ["paper"]}, {"agency": "سازمان تأمین اجتماعی", "modes": ["online"]}],
)
def test_a_paper_may_be_asked_where_its_holder_is_not_online(row):
    assert not found("D04", example({"documents": ["تصویر شناسنامه"], "external_inquiries": [row]}))


def test_a_provincial_unit_of_the_holder_counts_as_the_holder():
    row = {"agency": "اداره کل ثبت احوال استان یزد", "modes": ["online"]}
    unit = {"agency": "اداره ثبت احوال شهرستان نمونه", "modes": ["online"]}

    assert not found("D04", example({"documents": ["عکس"], "external_inquiries": [row]}))
    assert found("D04", example({"documents": ["شناسنامه"], "external_inquiries": [unit]}))


@pytest.mark.parametrize("line", ["وکالت‌نامه در صورت لزوم", "عنداللزوم گواهی پزشک", "نقشه حسب مورد"])
def test_if_needed_must_say_when(line):
    assert found("D05", example({"documents": [line]}))[0].severity == "N"


def test_if_needed_with_its_condition_passes():
    assert not found("D05", example({"documents": ["وکالت‌نامه در صورت نیاز به امضای وکیل"]}))


@pytest.mark.parametrize(
    "line",
    [
        "در شناسنامه موجود است",
        "https://www.example.org/doc.pdf",
        "حسب دستورالعمل صدور اسناد",
        "مراجعه به سایت سازمان",
        "طبق پیوست",
    ],
)
def test_papers_named_elsewhere_are_no_papers(line):
    assert found("D06", example({"documents": [line]}))[0].severity == "B"
    assert not found("D02", example({"documents": [line]}))


@pytest.mark.parametrize("line", ["فرم پیوست تقاضا", "گواهی مطابق نمونه", "شناسنامه کارگاه"])
def test_papers_named_here_pass(line):
    assert not found("D06", example({"documents": [line]}))


@pytest.mark.parametrize("mode", ["online", "batch"])
def test_data_exchanged_electronically_are_not_asked_again_on_paper(mode):
    row = {"agency": "شهرداری", "system": "سامانه شهرسازی", "fields": "پروانه ساختمانی", "modes": [mode]}

    (finding,) = found("O05", example({"documents": ["تصویر پروانه ساختمانی"], "external_inquiries": [row]}))

    assert "ساختمانی" in finding.message


def test_data_exchanged_on_paper_may_be_asked():
    row = {"agency": "شهرداری", "fields": "پروانه ساختمانی", "modes": ["paper"]}

    assert not found("O05", example({"documents": ["تصویر پروانه ساختمانی"], "external_inquiries": [row]}))


def test_the_papers_of_the_example_are_in_order():
    assert not [rule for rule in ("D02", "D04", "D05", "D06", "O05") if found(rule, example_card())]
