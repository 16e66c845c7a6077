"""What the command line prints for people."""

import pytest

from khedmat.cards.form import Card, Document, Duration, Permit, Recipients, Source, StageAccess, Stages, Warning
from khedmat.cards.rules.engine import check
from khedmat.site import summary

SOURCE = Source(name="form.txt", media_type="text/plain")


def printed(**answers):
    document = Document(kind="service_card", edition="1393", card=Card(**answers), source=SOURCE)
    return summary.of_document(document).splitlines()


def test_the_first_line_says_what_the_file_is():
    assert printed(title="صدور")[0] == "form.txt: شناسنامهٔ خدمت (پیوست یک، ۱۳۹۳)"


@pytest.mark.parametrize(
    ("answers", "line"),
    [
        ({"title": "صدور پروانه"}, "عنوان خدمت: صدور پروانه"),
        ({"service_type": ["G2C"]}, "نوع خدمت: "),
        ({"leads_to_permit": False}, "صدور مجوز: خیر"),
        ({"recipients": Recipients(count=0)}, "آمار خدمت‌گیرندگان: ۰"),
        ({"documents": ["کارت ملی", "عکس"]}, "مدارک لازم: کارت ملی، عکس"),
    ],
)
def test_a_value_stands_beside_its_name_on_the_form(answers, line):
    assert [shown for shown in printed(**answers) if shown.strip().startswith(line)]


def test_codes_are_printed_as_the_form_words_them():
    lines = printed(nature="sovereign")

    assert "sovereign" not in "".join(lines)
    assert "حاکمیتی" in "".join(lines)


def test_a_stage_is_named():
    lines = printed(stages=Stages(request=StageAccess(electronic=True)))

    assert [line for line in lines if line.strip().startswith("درخواست خدمت، الکترونیکی") and line.endswith("بله")]


def test_what_was_not_said_is_not_printed():
    assert len(printed()) == 1


def test_what_cannot_be_decided_is_said_to_be_so():
    document = Document(kind="service_card", card=Card(), undecided=["nature"], source=SOURCE)

    assert "ماهیت خدمت: در فرم روشن نیست" in summary.of_document(document)


def test_warnings_and_rows_are_printed():
    warning = Warning(code="filler", message="به‌جای مقدار خط تیره است")
    permit = Permit(title="پروانهٔ کسب")
    document = Document(kind="permit_list", permits=[permit], warnings=[warning], source=SOURCE)

    words = summary.of_document(document)

    assert "(۱): پروانهٔ کسب" in words
    assert "! به‌جای مقدار خط تیره است" in words


def test_findings_are_counted_and_each_says_how_to_mend_it():
    findings = check(Document(kind="service_card", card=Card(), source=SOURCE))

    words = summary.of_findings("form.txt", findings)

    assert words.count("←") == len(findings) > 0
    assert words.startswith("form.txt: ")


def test_no_finding_is_said_too():
    assert "ایرادی یافت نشد" in summary.of_findings("form.txt", [])


def test_what_the_words_of_the_form_say_is_not_said_again_in_numbers():
    lines = printed(average_duration=Duration(text="سه روز کاری", value=3, unit="day", working=True))

    assert [line.strip() for line in lines[1:]] == ["متوسط مدت زمان ارائه: سه روز کاری"]
