"""Labels over several lines, of one cell or one below the other, without a colon."""

from tests.importing.readers.reading_forms import cases, table_of, titled

COST = {
    "in two": "هزینه ارایه خدمت(ریال) به<br>خدمت گیرندگان",
    "in two, the second an instruction": "هزینه ارایه خدمت(ریال)<br>به خدمت گیرندگان",
    "in four": "هزینه ارایه<br>خدمت(ریال) به<br>خدمت<br>گیرندگان",
    "paragraphs": "<p>۵- هزینه ارایه</p><p>خدمت</p>",
}


@cases("label", COST)
def test_the_lines_of_a_cell_are_one_label(label):
    card = table_of("شرح خدمت | رسیدگی", f"{label} | 50000 ریال").card

    assert (card.cost.text, card.audience) == ("50000 ریال", None)


def test_each_label_of_a_narrow_column_keeps_its_own_answer():
    card = table_of(
        "مدارک لازم برای<br>انجام خدمت | سند",
        "آمار تعداد<br>خدمت گیرندگان | 200 در سال",
        "متوسط مدت زمان<br>ارایه خدمت | 2 روز",
        "تعداد بار<br>مراجعه حضوری | 3",
    ).card

    assert (card.documents, card.recipients.count, card.audience) == (["سند"], 200, None)
    assert (card.average_duration.value, card.visits.count) == (2, 3)


@cases(
    "cell",
    {
        "a label and its answer": "شرح خدمت<br>رسیدگی به درخواست",
        "more lines than a label has": "شرح<br>خدمت<br>رسیدگی<br>به<br>درخواست",
    },
)
def test_a_cell_with_an_answer_is_no_label_alone(cell):
    assert table_of(f"{cell} | ", "ماهیت خدمت | حاکمیتی").card.nature == "sovereign"


def test_lines_below_one_another_are_one_label_too():
    card = titled("هزینه ارایه خدمت(ریال) به", "خدمت گیرندگان", "50000 ریال").card

    assert (card.cost.text, card.audience) == ("50000 ریال", None)


def test_two_whole_labels_stay_two():
    card = titled("شرح خدمت: رسیدگی", "هزینه ارائه خدمت", "خدمت گیرندگان", "کشاورزان").card

    assert (card.cost.text, card.audience) == (None, "کشاورزان")
