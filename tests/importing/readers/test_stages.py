"""Section 6: the four stages with their channels, visits and reasons."""

from khedmat.cards.form import Document, StageAccess
from tests.importing.readers.reading_forms import cases, document_of, table_of, titled

INFORMATION = "در مرحله اطلاع رسانی خدمت"
REQUEST = "در مرحله درخواست خدمت"
PRODUCTION = "مرحله تولید خدمت (فرایند داخل دستگاه یا ارتباط با دیگر دستگاه ها)"
DELIVERY = "در مرحله ارائه خدمت"
CHANNELS = "اینترنتی (مانند درگاه دستگاه) {} پست الکترونیک {} ارسال پستی {} پیام کوتاه {} دفاتر پیشخوان {}"
REASONS = "جهت احراز اصالت فرد {} جهت احراز اصالت مدرک {} نبود زیرساخت ارتباطی مناسب {} سایر {}"


def request_of(document: Document) -> StageAccess:
    return document.card.stages.request


@cases(
    "form",
    {
        "name before its rows": table_of(
            f"{INFORMATION} | الکترونیکی ☑ | {CHANNELS.format(*'☑☐☐☐☐')}",
            f" | غیرالکترونیکی ☐ | {REASONS.format(*'☐☐☐☐')}",
            f"{REQUEST} | الکترونیکی ☐ | {CHANNELS.format(*'☐☐☐☐☐')}",
            f" | غیرالکترونیکی ☑ | {REASONS.format(*'☐☑☐☐')}",
        ),
        "name behind its rows": table_of(
            f"الکترونیکی ☑ | {CHANNELS.format(*'☑☐☐☐☐')} | {INFORMATION}",
            f"غیرالکترونیکی ☐ | {REASONS.format(*'☐☐☐☐')} | ",
            f"الکترونیکی ☐ | {CHANNELS.format(*'☐☐☐☐☐')} | {REQUEST}",
            f"غیرالکترونیکی ☑ | {REASONS.format(*'☐☑☐☐')} | ",
        ),
        "name above its lines": titled(
            INFORMATION,
            "☑ الکترونیکی",
            "☑ اینترنتی (مانند درگاه دستگاه)",
            "☐ پست الکترونیک",
            "☐ غیرالکترونیکی",
            REQUEST,
            "☐ الکترونیکی",
            "☑ غیرالکترونیکی",
            "☐ جهت احراز اصالت فرد",
            "☑ جهت احراز اصالت مدرک",
        ),
        "cells of a text": titled(
            f"{INFORMATION}\tالکترونیکی ☑\t{CHANNELS.format(*'☑☐☐☐☐')}",
            f"\tغیرالکترونیکی ☐\t{REASONS.format(*'☐☐☐☐')}",
            f"{REQUEST}\tالکترونیکی ☐\t{CHANNELS.format(*'☐☐☐☐☐')}",
            f"\tغیرالکترونیکی ☑\t{REASONS.format(*'☐☑☐☐')}",
        ),
    },
)
def test_each_stage_has_its_own_rows_wherever_its_name_is_printed(form):
    stages = form.card.stages

    assert (stages.information.electronic, stages.information.non_electronic) == (True, False)
    assert (stages.information.channels, stages.information.visit_reasons) == (["website"], [])
    assert (stages.request.electronic, stages.request.non_electronic) == (False, True)
    assert (stages.request.channels, stages.request.visit_reasons) == ([], ["document"])


@cases(
    ("cell", "channels"),
    {
        "before": ("☑ اینترنتی (مانند درگاه دستگاه) ☐ پست الکترونیک ☑ پیام کوتاه", ["website", "sms"]),
        "behind": ("اینترنتی (مانند درگاه دستگاه) ☑ پست الکترونیک ☐ پیام کوتاه ☑", ["website", "sms"]),
        "post is not e-mail": ("☐ پست الکترونیک ☑ ارسال پستی", ["post"]),
        "e-mail is not post": ("☑ پست الکترونیک ☐ ارسال پستی", ["email"]),
        "call centre": ("☑ تلفن گویا یا مرکز تماس ☐ تلفن همراه (برنامه کاربردی)", ["phone"]),
        "application": ("☐ تلفن گویا یا مرکز تماس ☑ تلفن همراه (برنامه کاربردی)", ["mobile_app"]),
        "counter office": ("☑ دفاتر پیشخوان ☐ پیام کوتاه", ["counter_office"]),
        "all empty": ("☐ اینترنتی (مانند درگاه دستگاه) ☐ پست الکترونیک ☐ پیام کوتاه", []),
    },
)
def test_channels_are_those_with_a_tick(cell, channels):
    assert request_of(titled(f"{REQUEST}\t☑ الکترونیکی\t{cell}")).channels == channels


def test_the_counter_offices_have_their_contract_and_likes():
    cell = (
        "☑ دفاتر پیشخوان شماره قرارداد واگذاری خدمات به دفاتر پیشخوان: ۱۲۳/ق ☑ عناوین مشابه دفاتر پیشخوان: دفتر قضایی"
    )
    stage = request_of(titled(f"{REQUEST}\t☑ الکترونیکی\t{cell}"))

    assert stage.channels == ["counter_office", "counter_office_like"]
    assert (stage.counter_contract, stage.counter_office_like_title) == ("123/ق", "دفتر قضایی")


def test_another_channel_is_named():
    stage = request_of(titled(f"{REQUEST}\t☑ الکترونیکی\t☑ سایر (با ذکر نحوه دسترسی): کیوسک شهری"))

    assert (stage.channels, stage.channel_other_text) == (["other"], "کیوسک شهری")


@cases(
    ("cell", "levels"),
    {
        "one": ("مراجعه به دستگاه: ☐ ملی ☑ استانی ☐ شهرستانی", ["provincial"]),
        "two": ("مراجعه به دستگاه: ☑ ملی ☐ استانی ☑ شهرستانی", ["national", "county"]),
        "behind": ("مراجعه به دستگاه: ملی ☐ استانی ☐ شهرستانی ☑", ["county"]),
        "damaged heading": ("مرجع به دستگاه: ☐ ملی ☑ استانی ☐ شهرستانی", ["provincial"]),
        "none": ("مراجعه به دستگاه: ☐ ملی ☐ استانی ☐ شهرستانی", []),
    },
)
def test_levels_of_a_visit_are_those_with_a_tick(cell, levels):
    assert request_of(titled(f"{REQUEST}\t☑ غیرالکترونیکی\t{cell}")).visit_levels == levels


@cases(
    ("cell", "reasons"),
    {
        "person": ("☑ جهت احراز اصالت فرد ☐ جهت احراز اصالت مدرک", ["identity"]),
        "infrastructure": ("☐ جهت احراز اصالت فرد ☑ نبود زیرساخت ارتباطی مناسب", ["infrastructure"]),
        "several": ("جهت احراز اصالت فرد ☑ جهت احراز اصالت مدرک ☑ سایر ☐", ["identity", "document"]),
    },
)
def test_reasons_of_a_visit_are_those_with_a_tick(cell, reasons):
    assert request_of(titled(f"{REQUEST}\t☑ غیرالکترونیکی\t{cell}")).visit_reasons == reasons


def test_another_reason_is_named():
    cell = "☐ جهت احراز اصالت فرد ☐ جهت احراز اصالت مدرک ☑ سایر: بازدید محل"
    stage = request_of(titled(f"{REQUEST}\t☑ غیرالکترونیکی\t{cell}"))

    assert (stage.visit_reasons, stage.visit_reason_text) == (["other"], "بازدید محل")


def test_a_reason_in_prose_is_kept():
    stage = request_of(titled(f"{REQUEST}: غیر الکترونیکی", "ذکر ضرورت مراجعه حضوری: تحویل اصل سند و بازدید از محل"))

    assert (stage.non_electronic, stage.visit_reason_text) == (True, "تحویل اصل سند و بازدید از محل")


def test_production_uses_only_the_channels_of_its_row():
    cell = "☑ اینترانتی (مانند اینترانت داخلی دستگاه یا ERP) ☐ پست الکترونیک ☐ سایر (با ذکر نحوه دسترسی)"
    production = titled(f"{PRODUCTION}\t☑ الکترونیکی\t{cell}").card.stages.production

    assert (production.electronic, production.channels) == (True, ["intranet"])


def test_other_printed_alone_is_a_channel_among_channels():
    production = titled(f"{PRODUCTION}\t☑ الکترونیکی\t☑ اینترانتی ☐ پست الکترونیک ☐ سایر").card.stages.production

    assert production.channels == ["intranet"]


@cases(
    ("text", "electronic", "non_electronic"),
    {
        "one": ("الکترونیکی", True, None),
        "the other": ("غیر الکترونیکی", None, True),
        "both": ("الکترونیکی و غیر الکترونیکی", True, True),
        "ticked and empty": ("☑ الکترونیکی ☐ غیرالکترونیکی", True, False),
        "both ticked": ("الکترونیکی ☑ غیرالکترونیکی ☑", True, True),
        "all empty": ("☐ الکترونیکی ☐ غیرالکترونیکی", False, False),
    },
)
def test_modes_have_three_states(text, electronic, non_electronic):
    stage = request_of(titled(f"{REQUEST}: {text}"))

    assert (stage.electronic, stage.non_electronic) == (electronic, non_electronic)


def test_channels_printed_without_boxes_are_undecided():
    document = titled(
        f"{REQUEST}\tالکترونیکی\t{CHANNELS.replace('{}', '')}", f"\tغیرالکترونیکی\t{REASONS.replace('{}', '')}"
    )

    assert {"stages.request.channels", "stages.request.visit_reasons"} <= set(document.undecided)
    assert (request_of(document).channels, request_of(document).visit_reasons) == ([], [])


def test_modes_printed_without_boxes_beside_such_channels_are_not_guessed():
    document = titled(
        f"{REQUEST}\tالکترونیکی\t{CHANNELS.replace('{}', '')}", f"\tغیرالکترونیکی\t{REASONS.replace('{}', '')}"
    )

    assert (request_of(document).electronic, request_of(document).non_electronic) == (None, None)


def test_both_modes_printed_on_one_line_without_boxes_are_undecided():
    document = titled(f"{REQUEST}: الکترونیکی غیرالکترونیکی")

    assert {"stages.request.electronic", "stages.request.non_electronic"} <= set(document.undecided)


def test_a_stage_that_the_form_leaves_out_says_nothing():
    stages = titled(f"{REQUEST}: الکترونیکی").card.stages

    assert stages.delivery == StageAccess()
    assert stages.production == StageAccess()


def test_all_four_stages_are_told_apart():
    lines = [f"{name}\t☑ الکترونیکی" for name in (INFORMATION, REQUEST, PRODUCTION, DELIVERY)]
    stages = titled(*lines[:2], lines[2].replace("☑", "☐"), lines[3]).card.stages

    assert [stages.information.electronic, stages.request.electronic] == [True, True]
    assert [stages.production.electronic, stages.delivery.electronic] == [False, True]


def test_the_next_section_ends_the_last_stage():
    document = titled(f"{DELIVERY}\t☐ الکترونیکی", "عناوین فرایندهای خدمت", "1- ثبت درخواست پستی", "2- صدور پروانه")

    assert document.card.stages.delivery.channels == []
    assert document.card.processes == ["ثبت درخواست پستی", "صدور پروانه"]


def test_inputs_of_a_page_are_the_marks_of_their_stage():
    box, tick = "<input type=checkbox>", "<input type=checkbox checked>"
    page = f"""
        <table><tr><td>عنوان خدمت</td><td colspan=2>صدور پروانه آزمایشی</td></tr>
        <tr><td rowspan=2>{REQUEST}</td><td>{tick} الکترونیکی</td>
            <td>{tick} اینترنتی (مانند درگاه دستگاه) {box} ارسال پستی</td></tr>
        <tr><td>{box} غیرالکترونیکی</td><td>{box} جهت احراز اصالت فرد {box} سایر</td></tr>
        <tr><td rowspan=2>{DELIVERY}</td><td>{box} الکترونیکی</td><td>{box} پیام کوتاه</td></tr>
        <tr><td>{tick} غیرالکترونیکی</td><td>{tick} جهت احراز اصالت فرد {box} سایر</td></tr></table>
    """
    stages = document_of(page, "form.html").card.stages

    assert (stages.request.electronic, stages.request.channels, stages.request.visit_reasons) == (True, ["website"], [])
    assert (stages.delivery.non_electronic, stages.delivery.visit_reasons) == (True, ["identity"])


def test_an_option_that_was_cut_hides_no_other():
    stage = request_of(
        titled(f"{REQUEST}\t☑ غیرالکترونیکی\t☑ جهت احراز اصالت فرد ☐ نبود زیرساخت ارتباطی مناسب ☐ جهت احراز اص")
    )

    assert stage.visit_reasons == ["identity"]


def test_a_mode_that_is_only_asked_for_is_none():
    stage = request_of(titled(f"{REQUEST} الکترونیکی : پیامک", f"{REQUEST} غیرالکترونیکی (مراجعه حضوری) :"))

    assert (stage.electronic, stage.non_electronic) == (True, None)
