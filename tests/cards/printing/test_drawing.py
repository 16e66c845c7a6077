"""The diagram of section 10."""

from hypothesis import given
from hypothesis import strategies as st

from khedmat.cards import form
from khedmat.cards.printing import drawing

NAMES = [f"گام {number}" for number in range(8)]
LINKS = st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)), max_size=20)


def test_no_boxes_no_drawing():
    assert drawing.draw(form.Diagram()) is None


def test_boxes_without_links_stand_in_order_and_without_arrows():
    picture = drawing.draw(form.Diagram(boxes=["شروع", "کار", "پایان"]))

    assert picture.arrows == ()
    assert [box.top for box in picture.boxes] == sorted(box.top for box in picture.boxes)


def test_two_ways_from_one_box_stand_side_by_side():
    links = [("شروع", "الف"), ("شروع", "ب"), ("الف", "پایان"), ("ب", "پایان")]

    picture = drawing.draw(form.Diagram(boxes=["شروع", "الف", "ب", "پایان"], links=links))

    first, left, right, last = picture.boxes
    assert left.top == right.top
    assert first.top < left.top < last.top
    assert left.left > right.left  # read from the right


def test_a_way_back_is_drawn_and_moves_no_box():
    links = [("شروع", "کار"), ("کار", "شروع")]

    picture = drawing.draw(form.Diagram(boxes=["شروع", "کار"], links=links))

    assert [arrow.back for arrow in picture.arrows] == [False, True]
    assert picture.boxes[0].top < picture.boxes[1].top


def test_a_link_to_no_box_is_left_out():
    picture = drawing.draw(form.Diagram(boxes=["شروع"], links=[("شروع", "هیچ")]))

    assert picture.arrows == ()


def test_start_and_end_are_round():
    picture = drawing.draw(form.Diagram(boxes=["شروع", "کار", "پایان"]))

    assert [box.round for box in picture.boxes] == [True, False, True]


@given(st.lists(st.text("ابپ ", min_size=1, max_size=80), min_size=1, max_size=30))
def test_wrapping_loses_no_word(texts):
    for text in texts:
        assert " ".join(drawing.wrap(text)).split() == text.split()


@given(LINKS)
def test_boxes_never_overlap_whatever_the_links(links):
    picture = drawing.draw(form.Diagram(boxes=NAMES, links=links))

    places = [(box.left, box.top) for box in picture.boxes]
    assert len(set(places)) == len(places)
    assert all(box.left >= 0 and box.left + box.width <= picture.width for box in picture.boxes)
    assert all(box.foot <= picture.height for box in picture.boxes)


def test_marks_of_a_list_are_not_drawn():
    picture = drawing.draw(form.Diagram(boxes=["• شروع", "- بررسی درخواست – کارشناس", "—"]))

    assert [[words for _y, words in box.lines] for box in picture.boxes] == [
        ["شروع"],
        ["بررسی درخواست – کارشناس"],
        ["—"],
    ]
    assert [box.round for box in picture.boxes] == [True, False, False]
