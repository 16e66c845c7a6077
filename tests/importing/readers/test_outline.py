"""Where the value of a label stands: beside, below, above, in the next cell."""

from khedmat.importing.readers.outline import Outline
from tests.importing.readers.reading_forms import cases, outline_of


def said(made: Outline, field: str) -> list[str]:
    answer = made.best(field)
    return answer.texts if answer else []


@cases(
    "lines",
    {
        "behind a colon": ["نام دستگاه اجرایی: سازمان نمونه"],
        "behind a wide space": ["نام دستگاه اجرایی      سازمان نمونه"],
        "behind one space": ["نام دستگاه اجرایی سازمان نمونه"],
        "on the next line": ["نام دستگاه اجرایی", "سازمان نمونه"],
        "on the next line behind a colon": ["نام دستگاه اجرایی:", "سازمان نمونه"],
        "below an empty line": ["نام دستگاه اجرایی:", "", "سازمان نمونه"],
        "in the next cell": ["نام دستگاه اجرایی\tسازمان نمونه"],
        "behind an empty cell": ["نام دستگاه اجرایی\t\tسازمان نمونه"],
        "in a table of pipes": ["| نام دستگاه اجرایی | سازمان نمونه |"],
        "below in a row of labels": ["نام دستگاه اجرایی\tنام دستگاه مادر", "سازمان نمونه\tوزارت نمونه"],
        "below the second label of a row": ["نام دستگاه مادر\tنام دستگاه اجرایی", "وزارت نمونه\tسازمان نمونه"],
        "numbered": ["۳- نام دستگاه اجرایی : سازمان نمونه"],
        "with a number in a cell of its own": ["3\tنام دستگاه اجرایی\tسازمان نمونه"],
        "bold": ["**نام دستگاه اجرایی:** سازمان نمونه"],
        "as a heading": ["## نام دستگاه اجرایی", "سازمان نمونه"],
        "after an instruction": ["نام دستگاه اجرایی", "(ذکر گردد)", "سازمان نمونه"],
    },
)
def test_the_value_is_found_where_it_stands(lines):
    assert said(outline_of(*lines), "executive_agency") == ["سازمان نمونه"]


@cases(
    "lines",
    {
        "lines below": ["شرح خدمت:", "گام یکم است.", "گام دوم است."],
        "beside and below": ["شرح خدمت: گام یکم است.", "گام دوم است."],
        "with an empty line between": ["شرح خدمت:", "گام یکم است.", "", "گام دوم است."],
    },
)
def test_a_value_of_several_lines_is_kept_whole(lines):
    assert said(outline_of(*lines, "ماهیت خدمت: حاکمیتی"), "description") == ["گام یکم است.", "گام دوم است."]


def test_the_next_label_ends_a_value():
    made = outline_of("شرح خدمت:", "گام یکم است.", "نوع خدمت: G2C", "ماهیت خدمت: حاکمیتی")

    assert (said(made, "description"), said(made, "service_type")) == (["گام یکم است."], ["G2C"])


def test_a_label_that_the_table_lacks_ends_a_value_too():
    made = outline_of("شرح خدمت: گام یکم است.", "رنگ پوشه:", "آبی")

    assert said(made, "description") == ["گام یکم است."]


def test_a_label_that_ends_nothing_is_kept_as_unknown():
    made = outline_of("شرح خدمت: گام یکم است.", "رنگ پوشه:", "آبی")

    assert [(answer.label, answer.texts) for answer in made.of("_unknown")] == [("رنگ پوشه", ["آبی"])]


@cases("line", {"conditional": "در صورت نیاز:", "persons": "اشخاص حقوقی:", "letter": "الف:", "article": "ماده ۱۲:"})
def test_a_heading_inside_a_list_does_not_end_it(line):
    made = outline_of("مدارک لازم:", "فرم درخواست", line, "کارت ملی")

    assert said(made, "documents")[-1] == "کارت ملی"


@cases(
    "lines",
    {
        "next label on the next line": ["نام دستگاه مادر:", "شرح خدمت: گام یکم است."],
        "two empty labels in a row": ["نام دستگاه مادر\tنام دستگاه اجرایی", "شرح خدمت\tگام یکم است."],
        "label alone": ["شرح خدمت: گام یکم است.", "نام دستگاه مادر"],
        "label with colon at the end": ["شرح خدمت: گام یکم است.", "نام دستگاه مادر :"],
    },
)
def test_a_label_followed_by_nothing_has_no_value(lines):
    made = outline_of(*lines)

    assert said(made, "parent_agency") == []
    assert said(made, "description") == ["گام یکم است."]


def test_a_label_at_the_end_of_its_row_may_have_its_value_above():
    made = outline_of("1\tسازمان نمونه", "2\tنام دستگاه اجرایی", "3\tعنوان خدمت: صدور")

    assert said(made, "executive_agency") == ["سازمان نمونه"]


def test_a_number_that_counts_its_row_is_no_answer_but_a_count_alone_is_one():
    rows = outline_of("1\tعنوان خدمت\tصدور", "2\tتعداد بار مراجعه حضوری", "3\tنام دستگاه مادر\tوزارت")
    turned = outline_of("صدور\tعنوان خدمت", "2\tتعداد بار مراجعه حضوری", "وزارت\tنام دستگاه مادر")

    assert (said(rows, "visits"), said(turned, "visits")) == ([], ["2"])


@cases(
    "rows",
    {"in cells": ["ملی\tاستانی\tشهری"], "wide spaces": ["ملی      منطقه ای      استانی"], "beside the label": []},
)
def test_options_without_marks_in_the_cells_of_a_row_are_one_answer(rows):
    lines = ["سطح خدمت", *rows] if rows else ["سطح خدمت\tملی\tاستانی\tشهری"]
    made = outline_of(*lines, "شرح خدمت: گام یکم است.")

    assert len(" ".join(said(made, "level")).split()) >= 3
    assert made.free == []


def test_the_numbered_rows_of_a_table_in_a_cell_answer_its_label():
    made = outline_of("مدارک لازم", "۱\tگذرنامه", "۲\tبلیت", "4\tجدول دیگر", "شرح خدمت: گام یکم است.")

    assert said(made, "documents") == ["گذرنامه", "بلیت"]


def test_options_that_a_program_printed_as_questions_answer_their_group():
    made = outline_of("خدمت به شهروندان (G2C) : False", "خدمت به کسب و کار (G2B) : True", "نوع مخاطبین : همه")

    assert len(said(made, "service_type")) == 2
    assert said(made, "audience") == ["همه"]


def test_the_words_of_a_label_may_begin_the_value_of_the_cell_before():
    made = outline_of("مدارک لازم\tشماره تلفن همراه به نام متقاضی")

    assert said(made, "documents") == ["شماره تلفن همراه به نام متقاضی"]


@cases("crumb", {"guillemets": "صفحه اصلی » خدمات » شرح خدمت", "greater signs": "خانه >> میز خدمت >> عنوان خدمت"})
def test_a_path_of_a_site_holds_no_label(crumb):
    made = outline_of(crumb, "عنوان خدمت: صدور پروانه")

    assert [answer.field for answer in made.answers] == ["title"]


def test_printed_instructions_answer_nothing():
    made = outline_of("شناسه خدمت", "(این فیلد توسط سازمان مدیریت و برنامه ریزی کشور تکمیل می شود)", "عنوان خدمت: صدور")

    assert said(made, "service_id") == []


def test_what_stands_before_the_first_label_is_free():
    made = outline_of("صدور پروانه آزمایشی", "شرح خدمت: گام یکم است.")

    assert [piece.text for piece in made.free] == ["صدور پروانه آزمایشی"]


def test_the_best_answer_is_the_first_that_says_something():
    made = outline_of("شرح خدمت:", "ماهیت خدمت: حاکمیتی", "شرح خدمت: گام یکم است.")

    assert said(made, "description") == ["گام یکم است."]


def test_a_label_that_nobody_answered_is_still_asked():
    made = outline_of("شرح خدمت:", "ماهیت خدمت: حاکمیتی")

    assert made.best("description") is not None
    assert made.best("laws") is None


def test_a_part_of_the_document_holds_only_its_own_answers():
    made = outline_of("عنوان خدمت: صدور", "شرح خدمت: گام یکم است.", "ماهیت خدمت: حاکمیتی").between(1, 2)

    assert [answer.field for answer in made.answers] == ["description"]


def test_every_piece_stands_in_its_line():
    made = outline_of("عنوان خدمت: صدور پروانه    ماهیت خدمت: حاکمیتی", "شرح خدمت", "گام یکم است.")
    pieces = [piece for answer in made.answers for piece in answer.pieces]

    assert all(piece.text and piece.text in piece.line.text[piece.start : piece.end] for piece in pieces)
