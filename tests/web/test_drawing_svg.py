"""The drawing of section 10 as it reaches the page: well-formed, complete, and told in words beside it."""

from xml.etree import ElementTree

import pytest
from django.template import Context, Template
from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from khedmat.cards import form
from khedmat.cards.printing.drawing import draw
from khedmat.web.templatetags.fa import prose
from tests.factories.cards import VersionFactory

SVG = Template("{% load ui %}{% diagram drawing %}")
BOXES = st.lists(
    st.text("اب پ۱2<>&\"'‌ گچ\n(){}%", min_size=1, max_size=60).filter(str.strip), min_size=1, max_size=9, unique=True
)


@st.composite
def diagrams(make):
    boxes = make(BOXES)
    ends = st.tuples(st.sampled_from(boxes), st.sampled_from(boxes))
    return form.Diagram(boxes=boxes, links=make(st.lists(ends, max_size=12)))


def tree(diagram):
    """The picture as XML: what is not well-formed fails here."""
    html = SVG.render(Context({"drawing": draw(diagram)}))
    return ElementTree.fromstring(html[html.index("<svg") : html.index("</svg>") + 6])


@given(diagrams())
@settings(max_examples=60, deadline=None)
def test_any_diagram_is_well_formed_and_whole(diagram):
    picture = tree(diagram)

    words = [" ".join(text.text or "" for text in group.iter("text")) for group in picture.iter("g")]
    assert [" ".join(said.split()) for said in words] == [prose(" ".join(box.split())) for box in diagram.boxes]
    assert len(list(picture.iter("rect"))) == len(diagram.boxes)
    assert len(picture.findall("path")) == len(diagram.links)


@given(diagrams())
@settings(max_examples=60, deadline=None)
def test_boxes_lie_inside_the_picture_and_apart_from_each_other(diagram):
    drawing = draw(diagram)

    for box in drawing.boxes:
        assert box.left >= 0
        assert box.left + box.width <= drawing.width
        assert box.foot <= drawing.height
    for one in drawing.boxes:
        others = [box for box in drawing.boxes if box is not one]
        apart = [
            box.foot <= one.top
            or one.foot <= box.top
            or box.left + box.width <= one.left
            or one.left + one.width <= box.left
            for box in others
        ]
        assert all(apart)


def test_a_form_that_draws_nothing_has_no_picture():
    assert draw(form.Diagram()) is None


@pytest.mark.django_db
@pytest.mark.parametrize("tail", ["", "card/"])
def test_the_text_beside_the_picture_names_the_same_boxes_and_arrows(client, tail):
    diagram = {"boxes": ["شروع", "بررسی 2 نفره", "پایان"], "links": [["شروع", "بررسی 2 نفره"]]}
    version = VersionFactory(published=True, card={"diagram": diagram})

    page = LexborHTMLParser(client.get(f"/services/{version.service.pk}/{tail}").text)

    drawn = [node.text() for node in page.css(".diagram g text")]
    told = [node.text() for node in page.css("details ol li")]
    assert drawn == told == ["شروع", "بررسی ۲ نفره", "پایان"]
    assert len(page.css("details ul li")) == len(page.css(".diagram svg > path")) == 1


@pytest.mark.django_db
def test_a_diagram_without_arrows_says_that_the_form_shows_none(client):
    version = VersionFactory(published=True, card={"diagram": {"boxes": ["شروع", "پایان"]}})

    assert "فرم پیکان‌های میان خانه‌ها را نشان نمی‌دهد" in client.get(f"/services/{version.service.pk}/").text
