"""Section 5, what the recipient pays: unknown, free and zero are three things, accounts are kept apart."""

from tests.importing.readers.reading_forms import card_of, cases, titled, warned

COST = "هزینه ارائه خدمت (ریال) به خدمت گیرندگان"


@cases(
    ("text", "rials"),
    {
        "rials": ("50000 ریال", [50_000]),
        "bare": ("۵۰٬۰۰۰", [50_000]),
        "tomans": ("۵ هزار تومان", [50_000]),
        "two": ("صدور ۱۰۰۰۰ ریال، تمدید ۲۰۰۰۰ ریال", [10_000, 20_000]),
        "words": ("پنجاه هزار ریال", [50_000]),
        "tariff": ("طبق تعرفه مصوب", []),
    },
)
def test_amounts_are_items_and_the_phrase_is_kept(text, rials):
    cost = titled(f"{COST}: {text}").card.cost

    assert [item.amount_rial for item in cost.items] == rials
    assert cost.text
    assert cost.free is None


def test_tomans_that_became_rials_are_warned_of():
    assert ("money_unit", "card.cost.items.0.amount_rial") in warned(titled(f"{COST}: ۵ هزار تومان"))


@cases(
    "text",
    {
        "ticked before": "☑ رایگان",
        "ticked behind": "رایگان ☑",
        "another glyph": "R رایگان",
        "a word": "رایگان",
        "a sentence": "این خدمت رایگان است",
        "no cost": "هزینه ندارد",
        "none": "ندارد",
    },
)
def test_free_is_said(text):
    assert titled(f"{COST}: {text}").card.cost.free is True


@cases(
    "text",
    {
        "an empty box": "☐ رایگان",
        "an empty box behind": "رایگان ☐",
        "an empty box and an amount": "☐ رایگان   مبلغ: ۵۰۰ ریال",
        "not free": "رایگان نیست",
        "a dash": "-",
        "dots": ".......",
        "zero": "0",
        "nothing": "",
        "tariff": "طبق تعرفه",
    },
)
def test_free_is_not_made_of_what_does_not_say_it(text):
    assert titled(f"{COST}: {text}", "ماهیت خدمت: حاکمیتی").card.cost.free is None


@cases("text", {"a dash": "-", "dots": ".......", "nothing": "", "an empty box": "☐ رایگان"})
def test_an_empty_fee_is_unknown(text):
    cost = titled(f"{COST}: {text}", "ماهیت خدمت: حاکمیتی").card.cost

    assert (cost.text, cost.free, cost.items) == (None, None, [])


def test_a_ticked_box_is_no_filler():
    assert warned(titled(f"{COST}: ☑ رایگان")) == set()


def test_the_printed_table_gives_amount_account_and_payment():
    cost = titled(
        f"{COST}\tمبلغ (مبالغ)\tشماره حساب (های) بانکی\tپرداخت بصورت الکترونیک",
        "\t50000\t2176459001009\t☑",
        "\t30000\t\t☐",
    ).card.cost

    assert [(item.amount_rial, item.account, item.electronic) for item in cost.items] == [
        (50_000, "2176459001009", True),
        (30_000, None, False),
    ]


def test_an_empty_table_says_nothing():
    document = titled(f"{COST}\tمبلغ (مبالغ)\tشماره حساب (های) بانکی\tپرداخت بصورت الکترونیک", "\t\t\t☐", "\t....\t\t☐")

    assert document.card.cost.items == []
    assert (document.card.cost.text, document.card.cost.free) == (None, None)


@cases(
    ("text", "account"),
    {
        "account": ("۵۰۰۰۰ ریال به حساب 2176459001009 نزد بانک ملی", "2176459001009"),
        "iban": ("۵۰۰۰۰ ریال به شبای IR120170000000100324200001", "IR120170000000100324200001"),
        "persian digits": ("۵۰۰۰۰ ریال به حساب ۲۱۷۶۴۵۹۰۰۱۰۰۹", "2176459001009"),
        "spaced iban": ("۵۰۰۰۰ ریال به IR12 0170 0000 0010 0324 2000 01", "IR12 0170 0000 0010 0324 2000 01"),
    },
)
def test_an_account_is_kept_with_the_amount_and_never_in_a_text(text, account):
    cost = titled(f"{COST}: {text}").card.cost

    assert [(item.amount_rial, item.account) for item in cost.items] == [(50_000, account)]
    assert not any(account in (said or "") for said in (cost.text, cost.items[0].text))


def test_an_account_alone_is_no_amount():
    cost = titled(f"{COST}\tمبلغ (مبالغ)\tشماره حساب (های) بانکی", "\t\t2176459001009").card.cost

    assert [item.amount_rial for item in cost.items if item.amount_rial is not None] == []
    assert "2176459001009" not in (cost.text or "")


@cases(
    ("text", "electronic"), {"ticked": ("☑", True), "empty": ("☐", False), "yes": ("بله", True), "no": ("خیر", False)}
)
def test_electronic_payment_is_read_from_its_own_box(text, electronic):
    cost = titled(f"{COST}: 50000 ریال", f"پرداخت بصورت الکترونیک: {text}").card.cost

    assert [item.electronic for item in cost.items] == [electronic]


def test_free_with_an_empty_box_in_the_table_of_a_page_is_not_free():
    card = card_of(
        f"""
        <table>
        <tr><td>عنوان خدمت</td><td colspan=3>صدور پروانه آزمایشی</td></tr>
        <tr><td rowspan=2>{COST}</td>
            <td>مبلغ (مبالغ)</td><td>شماره حساب (های) بانکی</td><td>پرداخت بصورت الکترونیک</td></tr>
        <tr><td>120000 ریال</td><td></td><td><input type=checkbox checked></td></tr>
        <tr><td></td><td colspan=3><input type=checkbox> رایگان</td></tr>
        </table>
        """,
        "form.html",
    )

    assert card.cost.free is None
    assert [(item.amount_rial, item.electronic) for item in card.cost.items] == [(120_000, True)]


def test_a_boolean_of_a_program_is_understood():
    assert titled("رایگان: true").card.cost.free is True
    assert titled("رایگان: خیر", "هزینه: ۵۰۰ ریال").card.cost.free is False


@cases(
    ("text", "rials"),
    {
        "with thousands": ("حقیقی: 500,000 - حقوقی: 900,000", [500_000, 900_000]),
        "a year": ("طبق تعرفه سال 1400", []),
        "zero beside the label": ("0", [0]),
    },
)
def test_the_label_names_the_unit(text, rials):
    assert [item.amount_rial for item in titled(f"{COST}: {text}").card.cost.items] == rials


def test_zeros_in_a_column_are_no_amounts():
    cost = titled(f"{COST}\tمبلغ (مبالغ)\tشماره حساب (های) بانکی\tپرداخت بصورت الکترونیک", "\t0\t0\t☐").card.cost

    assert (cost.free, cost.items) == (None, [])


def test_a_word_that_says_free_is_no_filler():
    document = titled(f"{COST}: ندارد")

    assert (document.card.cost.free, warned(document)) == (True, set())
