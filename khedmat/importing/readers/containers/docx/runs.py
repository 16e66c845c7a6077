"""Runs of text: words, signs of fonts of pictures, tabs, fields, links."""

from collections.abc import Callable
from functools import partial
from html import escape

from lxml.etree import _Element

from khedmat.importing.readers.containers.docx.fields import Field, answer_of
from khedmat.importing.readers.containers.docx.names import ID, val, w
from khedmat.importing.readers.containers.docx.story import Story
from khedmat.importing.readers.containers.docx.styles import Looks, fonts_of, looks_with
from khedmat.importing.readers.containers.symbols import PRIVATE_SIGNS, Signs, sign

Handler = Callable[[_Element, Story], object]
_FONT, _CHAR, _KIND, _INSTRUCTION = w("font"), w("char"), w("fldCharType"), w("instr")
_SYMBOLS_2016 = "{http://schemas.microsoft.com/office/word/2015/wordml/symex}"


def begin(run: _Element, story: Story) -> None:
    """As its paragraph looks."""
    story.looks = story.line.looks


def styled(element: _Element, story: Story) -> None:
    """By a style of letters; stands before all else that is said of a run."""
    style = story.known.styles.of(val(element)).looks
    story.looks = Looks(style.signs or story.looks.signs, style.hidden or story.looks.hidden)


def changed(element: _Element, story: Story) -> None:
    """Another font, or hidden."""
    story.looks = looks_with(element, story.looks)


def of_font(element: _Element) -> Handler:
    """`changed` by a font that comes again and again."""
    named, signs = fonts_of(tuple(element.items()))
    return partial(_take_signs, signs=signs) if named else _keep


def _keep(element: _Element, story: Story) -> None:
    """One that is named for other letters only."""


def _take_signs(element: _Element, story: Story, *, signs: Signs | None) -> None:
    if signs is not story.looks.signs:
        story.looks = Looks(signs, story.looks.hidden)


def text(element: _Element, story: Story) -> None:
    """What stands in it."""
    say(element.text or "", story)


def say(words: str, story: Story) -> None:
    """Letters of a font of pictures are signs."""
    if story.looks.signs:
        words = words.translate(story.looks.signs)
    elif story.known.private:
        words = words.translate(PRIVATE_SIGNS)
    story.say(words)


def _symbol(element: _Element, story: Story, *, names: tuple[str, str]) -> None:
    font, code = names
    story.say(sign(element.get(code, ""), element.get(font, "")))


def _fixed(element: _Element, story: Story, *, words: str) -> None:
    story.say(words)


def code(element: _Element, story: Story) -> None:
    """What a field is made from is no text."""
    if story.fields:
        story.fields[-1].add(element.text or "")


def field(element: _Element, story: Story) -> None:
    """The beginning, the middle or the end of a field."""
    step = _STEPS.get(element.get(_KIND, ""))
    if step:
        step(element, story)


def _begin_field(element: _Element, story: Story) -> None:
    answer = answer_of(element)
    story.say(answer)
    story.fields.append(Field(answered=bool(answer)))
    story.muted += 1


def _show_result(element: _Element, story: Story) -> None:
    made = story.fields[-1] if story.fields else Field(shown=True)
    if made.has_result and not made.shown:
        made.shown = True
        story.muted -= 1
        open_link(made.link, story)


def _begin_simple_field(element: _Element, story: Story) -> None:
    """Its code is an attribute, and all that is in it is its result."""
    story.fields.append(Field(code=element.get(_INSTRUCTION, "")))
    story.muted += 1
    _show_result(element, story)


def _end_field(element: _Element, story: Story) -> None:
    made = story.fields.pop() if story.fields else Field(shown=True)
    if not made.shown:
        story.muted -= 1
    elif made.link:
        story.put("</a>")
    story.line.of_page |= made.numbers_pages


_STEPS: dict[str, Handler] = {"begin": _begin_field, "separate": _show_result, "end": _end_field}


def begin_link(element: _Element, story: Story) -> None:
    """To an address outside; a jump within the file is none."""
    open_link(_address(element, story), story)


def end_link(element: _Element, story: Story) -> None:
    """As it was begun."""
    if _address(element, story):
        story.put("</a>")


def open_link(address: str, story: Story) -> None:
    """Nothing where there is no address."""
    if address:
        story.put(f'<a href="{escape(address)}">')


def _address(element: _Element, story: Story) -> str:
    relation = story.relations.get(element.get(ID, ""))
    return relation.address if relation else ""


def _saying(words: str) -> Handler:
    return partial(_fixed, words=words)


HANDLERS: dict[str, Handler] = {
    w("r"): begin,
    w("rStyle"): styled,
    w("rFonts"): changed,
    w("vanish"): changed,
    w("t"): text,
    w("sym"): partial(_symbol, names=(_FONT, _CHAR)),
    f"{_SYMBOLS_2016}symEx": partial(_symbol, names=(f"{_SYMBOLS_2016}font", f"{_SYMBOLS_2016}char")),
    w("tab"): _saying("\t"),
    w("ptab"): _saying("\t"),
    w("br"): _saying("\n"),
    w("cr"): _saying("\n"),
    w("noBreakHyphen"): _saying("-"),
    w("instrText"): code,
    w("fldChar"): field,
    w("fldSimple"): _begin_simple_field,
    w("hyperlink"): begin_link,
}
ENDS: dict[str, Handler] = {w("fldSimple"): _end_field, w("hyperlink"): end_link}
