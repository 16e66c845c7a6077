"""A page as its template wants it: rows to go on with, the table of section 6, the fields of the diagram, the steps."""

from types import SimpleNamespace

import pytest

from khedmat.cards.rules.not_applicable import MAY_NOT_APPLY
from khedmat.web.desk.editor.charting import chart
from khedmat.web.desk.editor.matrix import matrix
from khedmat.web.desk.editor.sections import BY_SLUG
from khedmat.web.desk.editor.showing import Page, boxes
from khedmat.web.desk.editor.stepping import steps
from tests.factories import forms


def shown(slug, document=None, **more):
    page = Page(document or forms.document(), **more)
    return {one.box.path: one for one in boxes(BY_SLUG[slug], page, may_not_apply=MAY_NOT_APPLY)}


@pytest.mark.parametrize(
    ("documents", "more", "count"), [([], (), 3), (["یک"], (), 2), (["یک"], ("card.documents",), 4)]
)
def test_a_list_has_lines_to_go_on_with(documents, more, count):
    box = shown("specification", forms.document(forms.card(documents=documents)), more=more)["documents"]

    assert len(box.leaves[0].lines) == count
    assert [line.number for line in box.leaves[0].lines] == list(range(1, count + 1))


@pytest.mark.parametrize(("more", "blank"), [((), [False, True]), (("card.internal_systems",), [False, True, True])])
def test_rows_have_an_empty_one_behind_them(more, blank):
    rows = shown("systems", more=more)["internal_systems"].leaves[0].rows

    assert [row.is_blank for row in rows] == blank
    assert rows[-1].by["system"].name == f"card.internal_systems-{len(rows) - 1}-system"


def test_a_page_that_could_not_be_saved_shows_what_was_typed():
    leaf = "card.recipients.count"

    box = shown("details", raws={leaf: "ده"}, errors={leaf: "«ده» عدد نیست"})["recipients"]

    assert box.by["count"].raw == "ده"
    assert box.by["per"].raw == "month"
    assert box.errors == ["«ده» عدد نیست"]


def test_a_refused_list_points_at_the_field_that_is_wrong():
    row = {"amount_rial": "زیاد", "text": "تعرفه", "account": "", "electronic": ""}

    box = shown("details", raws={"card.cost.items": [row]}, errors={"card.cost.items": "«زیاد» عدد نیست"})["cost"]
    leaves = box.by["items"].rows[0].by

    assert "عدد نیست" in leaves["amount_rial"].error
    assert leaves["text"].error == ""
    assert leaves["amount_rial"].raw == "زیاد"


def test_lost_marks_say_where_they_are_and_what_the_form_wrote():
    path = "card.external_inquiries.0.paper_by"
    remark = {"code": "undecided", "field": path, "message": "نشان‌ها خوانا نیست.", "found": "■ دستگاه ■"}
    document = forms.document(undecided=["external_inquiries.0.paper_by"], warnings=[remark])

    (doubt,) = shown("agencies", document)["external_inquiries"].doubts

    assert (doubt.path, doubt.raw) == (path, "■ دستگاه ■")
    assert doubt.title == "ردیف ۱، اگر غیرالکترونیکی است، به دست"


def test_a_finding_stands_in_its_box_alone():
    finding = SimpleNamespace(field="card.cost.items.0.text")

    page = shown("details", findings=[finding])

    assert [path for path, box in page.items() if box.findings] == ["cost"]


@pytest.mark.parametrize(
    ("path", "takes"), [("audience", True), ("description", False), ("service_pattern", False), ("nature", True)]
)
def test_only_some_boxes_may_have_no_answer(path, takes):
    assert shown("specification")[path].takes_reason is takes


def cells():
    """Each box of the table by its name and value."""
    table = matrix(list(shown("access").values()))
    rows = [row for group in table.groups for part in group for row in part.rows]
    return {(cell.name, cell.value): cell for row in rows for cell in row.cells if cell.value}


def test_the_table_of_stages_has_every_printed_box_once():
    electronic = [name for name, _value in cells() if name.endswith(".electronic")]
    channels = [name for name, _value in cells() if name.endswith(".channels")]

    assert len(electronic) == 4
    assert len(channels) == 7 + 9 + 4 + 9


def test_a_box_of_the_table_is_read_aloud_with_its_stage():
    cell = cells()["card.stages.request.channels", "sms"]

    assert cell.label == "درخواست خدمت: پیام کوتاه"
    assert cells()["card.stages.delivery.non_electronic", "yes"].label == "ارائهٔ خدمت: غیرالکترونیکی"


def test_rows_and_columns_are_counted_through_the_whole_table():
    found = cells()

    assert [found[f"card.stages.{stage}.electronic", "yes"].col for stage in ("information", "delivery")] == [0, 3]
    assert len({cell.row for cell in found.values()}) == 1 + 10 + 1 + 3 + 4
    assert found["card.stages.request.visit_reasons", "identity"].is_on


def test_a_page_without_stages_has_no_table_and_one_without_diagram_no_chart():
    page = list(shown("identity").values())

    assert matrix(page) is None
    assert chart(page) is None


def drawn(boxes_, processes=("یک", "دو"), links=()):
    card = forms.card(processes=list(processes), diagram={"boxes": list(boxes_), "links": list(links)})
    return chart(list(shown("processes", forms.document(card)).values()))


def test_a_new_box_has_its_place_before_the_end():
    found = drawn(["شروع", "یک", "پایان"])

    assert [(line.place, line.text) for line in found.lines] == [(0, "شروع"), (1, "یک")]
    assert [(line.place, line.text, line.number) for line in found.rest] == [(4, "پایان", 3)]
    assert found.missing == ["دو"]


def test_an_empty_diagram_offers_start_processes_and_end():
    found = drawn([])

    assert (found.lines, found.rest) == ([], [])
    assert found.missing == ["شروع", "یک", "دو", "پایان"]


@pytest.mark.parametrize(("count", "is_big"), [(5, False), (40, True)])
def test_the_arrows_of_a_big_diagram_are_typed(count, is_big):
    names = [f"گام {number}" for number in range(count)]

    found = drawn(names, names, list(zip(names, names[1:], strict=False)))

    assert found.is_big is is_big
    assert found.arrows[-2:] == [("", ""), ("", "")]
    assert found.arrows[0] == ("گام ۰", "گام ۱")


@pytest.mark.parametrize(
    ("finding", "said", "state"),
    [
        (None, {}, "empty"),
        (None, {"card.audience": "همه"}, "done"),
        (None, {"not_applicable.card.cost": "چون رایگان است"}, "empty"),
        ("A", {"card.audience": "همه"}, "asks"),
        ("B", {"card.audience": "همه"}, "blocked"),
    ],
)
def test_a_page_is_done_empty_or_wanting(finding, said, state):
    findings = [SimpleNamespace(field="card.audience", severity=finding)] if finding else []

    step = steps(BY_SLUG["identity"], findings, said=said)[1]

    states = {"empty": step.is_empty, "done": step.is_done, "asks": step.answers == 1, "blocked": step.blockers == 1}
    assert [name for name, is_so in states.items() if is_so] == [state]


def test_a_page_with_lost_marks_is_not_done():
    step = steps(BY_SLUG["identity"], [], said={"card.nature": "sovereign"}, undecided=["level", "nature"])[1]

    assert step.doubts == 2
    assert not step.is_done
