"""Sections 9 and 10 and the foot: processes, diagram, who filled the form."""

import pytest

from tests.importing.readers.reading_forms import cases, document_of, table_of, titled

STEPS = ["ثبت درخواست", "بازدید از محل", "صدور پروانه"]
DIAGRAM = "نمودار ارتباطی فرایندهای خدمت"
END = "ماهیت خدمت: حاکمیتی"


@cases(
    "lines",
    {
        "numbered lines": ["عناوین فرایندهای خدمت", "1- ثبت درخواست", "2- بازدید از محل", "3- صدور پروانه"],
        "persian numbers": ["مراحل انجام کار:", "۱. ثبت درخواست", "۲. بازدید از محل", "۳. صدور پروانه"],
        "one line": ["مراحل انجام خدمت: 1- ثبت درخواست 2- بازدید از محل 3- صدور پروانه"],
        "bullets": ["گردش کار:", "• ثبت درخواست", "• بازدید از محل", "• صدور پروانه"],
        "plain lines": ["روند خدمت:", "ثبت درخواست", "بازدید از محل", "صدور پروانه"],
        "a cell": ["عناوین فرایندهای خدمت\t1- ثبت درخواست 2- بازدید از محل 3- صدور پروانه"],
        "among sentences": [
            "مراحل انجام خدمت:",
            "این خدمت سه گام دارد.",
            "1- ثبت درخواست",
            "سپس کارشناس می آید.",
            "2- بازدید از محل",
            "3- صدور پروانه",
        ],
    },
)
def test_processes_are_an_ordered_list(lines):
    assert titled(*lines, END).card.processes == STEPS


def test_the_label_may_stand_behind_its_rows():
    above = ["فیلدهای مورد تبادل\tبرخط online\tدسته ای (Batch)", "\t☐\t☐"]
    document = titled(END, *above, "1- ثبت درخواست", "2- بازدید از محل", "3- صدور پروانه", "عناوین فرایندهای خدمت")

    assert document.card.processes == STEPS


def test_rows_of_a_page_are_steps():
    document = table_of(
        "عناوین فرایندهای خدمت | 1- ثبت درخواست", " | 2- بازدید از محل", " | 3- صدور پروانه", "ماهیت خدمت | حاکمیتی"
    )

    assert document.card.processes == STEPS


@pytest.mark.parametrize("word", ["بازدید", "چاپ", "شکایت", "مشاهده", "موضوع", "آدرس"])
def test_a_numbered_step_of_one_word_is_a_step(word):
    card = titled("مراحل انجام خدمت:", "1- ثبت درخواست", f"2- {word}", "3- صدور پروانه", END).card

    assert card.processes == ["ثبت درخواست", word, "صدور پروانه"]


@cases("text", {"nothing": "", "a dash": "-", "dots": ".....", "none": "ندارد"})
def test_no_processes_are_no_list(text):
    assert titled(f"عناوین فرایندهای خدمت: {text}", END).card.processes == []


@cases(
    "lines",
    {
        "arrows on a line": ["شروع ← ثبت درخواست ← صدور پروانه ← پایان"],
        "arrows of two signs": ["شروع --> ثبت درخواست --> صدور پروانه --> پایان"],
        "right arrows": ["شروع → ثبت درخواست → صدور پروانه → پایان"],
        "arrows between lines": ["شروع", "↓", "ثبت درخواست", "↓", "صدور پروانه", "↓", "پایان"],
        "arrow at the end": ["شروع ←", "ثبت درخواست ←", "صدور پروانه ←", "پایان"],
    },
)
def test_boxes_of_the_diagram_are_linked_by_arrows(lines):
    diagram = titled(DIAGRAM, *lines).card.diagram

    assert diagram.boxes == ["شروع", "ثبت درخواست", "صدور پروانه", "پایان"]
    assert diagram.links == [("شروع", "ثبت درخواست"), ("ثبت درخواست", "صدور پروانه"), ("صدور پروانه", "پایان")]


@cases(
    "lines",
    {
        "lines": ["شروع", "ثبت درخواست", "صدور پروانه", "پایان"],
        "lines with gaps": ["شروع", "", "ثبت درخواست", "", "صدور پروانه", "", "پایان"],
        "boxes of two lines": ["شروع", "", "ثبت", "درخواست", "", "صدور", "پروانه", "", "پایان"],
    },
)
def test_boxes_without_arrows_have_no_links(lines):
    diagram = titled(DIAGRAM, *lines).card.diagram

    assert diagram.boxes == ["شروع", "ثبت درخواست", "صدور پروانه", "پایان"]
    assert diagram.links == []


def test_a_box_that_leads_to_two_is_one_box():
    diagram = titled(f"{DIAGRAM}:", "شروع ← بررسی", "بررسی ← صدور", "بررسی ← رد").card.diagram

    assert diagram.boxes == ["شروع", "بررسی", "صدور", "رد"]
    assert diagram.links == [("شروع", "بررسی"), ("بررسی", "صدور"), ("بررسی", "رد")]


def test_the_diagram_is_no_process():
    card = titled("عناوین فرایندهای خدمت", "1- ثبت درخواست", "2- صدور پروانه", DIAGRAM, "شروع", "بررسی", "پایان").card

    assert card.processes == ["ثبت درخواست", "صدور پروانه"]
    assert card.diagram.boxes == ["شروع", "بررسی", "پایان"]


@cases("lines", {"nothing": [], "a dash": ["-"], "no end": ["شروع"], "instruction": ["برای مشاهده کلیک کنید"]})
def test_an_empty_diagram_has_no_boxes(lines):
    assert titled(DIAGRAM, *lines).card.diagram.boxes == []


NAME = "نام و نام خانوادگی تکمیل کننده فرم"


@cases(
    "lines",
    {
        "a line each": [
            f"{NAME}: مریم نمونه",
            "تلفن: 02112345678",
            "پست الکترونیک: m@example.com",
            "واحد مربوط: نوسازی",
        ],
        "signs of equality": [
            "نام تکمیل کننده = مریم نمونه",
            "شماره تماس = 02112345678",
            "پست الکترونیک = m@example.com",
            "واحد مربوط = نوسازی",
        ],
        "one row": [f"{NAME}: مریم نمونه\tتلفن: 02112345678\tپست الکترونیک: m@example.com\tواحد مربوط: نوسازی"],
        "cells": [f"{NAME}\tمریم نمونه\tتلفن\t02112345678\tپست الکترونیک\tm@example.com\tواحد مربوط\tنوسازی"],
        "below": [f"{NAME}\tتلفن\tپست الکترونیک\tواحد مربوط", "مریم نمونه\t02112345678\tm@example.com\tنوسازی"],
        "below colons": [
            f"{NAME}:\tتلفن:\tپست الکترونیک:\tواحد مربوط:",
            "مریم نمونه\t02112345678\tm@example.com\tنوسازی",
        ],
        "one line": [f"{NAME}: مریم نمونه   تلفن: 02112345678   پست الکترونیک: m@example.com   واحد مربوط: نوسازی"],
    },
)
def test_the_foot_says_who_filled_the_form(lines):
    said = titled(END, *lines).card.filled_by

    assert (said.name, said.phone) == ("مریم نمونه", "02112345678")
    assert (said.email, said.unit) == ("m@example.com", "نوسازی")


def test_an_empty_foot_names_nobody():
    said = titled(END, f"{NAME}:", "تلفن:", "پست الکترونیک:", "واحد مربوط:").card.filled_by

    assert set(said.model_dump().values()) == {None}


def test_the_filler_stands_nowhere_else():
    document = document_of(f"""
        عنوان خدمت: صدور پروانه آزمایشی
        نام دستگاه اجرایی: سازمان نمونه
        عناوین فرایندهای خدمت
        1- ثبت درخواست
        2- صدور پروانه
        {NAME}: مریم نمونه
        تلفن: 02112345678
        پست الکترونیک: m@example.com
    """)

    rest = document.card.model_dump_json(exclude={"filled_by"})
    assert not any(private in rest for private in ("مریم", "02112345678", "m@example.com"))


def test_the_foot_may_have_its_values_on_lines_below():
    said = titled(END, NAME, "مریم نمونه", "تلفن", "02112345678", "پست الکترونیک", "m@example.com").card.filled_by

    assert (said.name, said.phone, said.email) == ("مریم نمونه", "02112345678", "m@example.com")


@cases(
    "lines",
    {
        "the next page": [f"{NAME}:", "صفحه 2 از 2"],
        "a heading below": [f"{NAME}\tتلفن", "لیست اطلاعات دیگر"],
        "a phone above": ["تلفن: 02112345678", f"{NAME}:"],
        "the next section": [f"{NAME}:", "شرح خدمت: رسیدگی", "تلفن: 02112345678"],
        "dots": [f"{NAME}: ...... تلفن: ...... واحد مربوط: ......"],
    },
)
def test_what_stands_near_an_empty_foot_names_nobody(lines):
    assert set(titled(END, *lines).card.filled_by.model_dump().values()) == {None}


@pytest.mark.parametrize("heading", ["نمودار", "نمودار ارتباطی فرایندهای خدمت"])
def test_the_number_of_the_next_section_is_no_step(heading):
    card = titled("مراحل انجام خدمت:", "1- ثبت درخواست", "2- صدور پروانه", f"3- {heading}", END).card

    assert card.processes == ["ثبت درخواست", "صدور پروانه"]
