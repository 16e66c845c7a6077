"""Content controls: boxes with a state, chosen entries, and the grey words of those that nobody filled."""

from collections.abc import Callable
from functools import partial

from lxml.etree import _Element

from khedmat.importing.readers.blocks import EMPTY, TICKED
from khedmat.importing.readers.containers.docx.names import WORD_2010, child, children, is_on, val, w
from khedmat.importing.readers.containers.docx.story import Story

_PROPERTIES, _PLACEHOLDER, _PART, _GALLERY = w("sdtPr"), w("showingPlcHdr"), w("docPartObj"), w("docPartGallery")
_BOX, _CHECKED, _STATE = f"{{{WORD_2010}}}checkbox", f"{{{WORD_2010}}}checked", f"{{{WORD_2010}}}val"
_REPEATS_HEADINGS = "Table of Contents"


def begin(control: _Element, story: Story) -> bool:
    """Whether it is left out whole. A placeholder may be a cell: its words are left out, the cell stays."""
    return of_control(control)(control, story)


def of_control(control: _Element) -> Callable[[_Element, Story], bool]:
    """`begin` for one that comes again and again."""
    said = children(child(control, _PROPERTIES))
    repeats = val(child(said.get(_PART), _GALLERY)) == _REPEATS_HEADINGS
    return partial(_begin, kind=(_mark(said), _is_unfilled(said)), repeats=repeats)


def _begin(control: _Element, story: Story, *, kind: tuple[str, bool], repeats: bool) -> bool:
    mark, is_unfilled = kind
    story.controls.append(kind)
    story.mark = mark or story.mark
    story.muted += is_unfilled
    return repeats


def end(control: _Element, story: Story) -> None:
    """A box that shows nothing still has its state."""
    is_box, was_unfilled = story.controls.pop()
    if is_box:
        if story.mark:
            story.say("")
        story.mark = None
    story.muted -= was_unfilled


def _mark(said: dict[str, _Element]) -> str:
    """By its state, whatever sign stands in it; nothing where it is no box."""
    if _BOX not in said:
        return ""
    state = child(said[_BOX], _CHECKED)
    return f" {TICKED if is_on(state, _STATE) else EMPTY} "


def _is_unfilled(said: dict[str, _Element]) -> bool:
    return _PLACEHOLDER in said and _BOX not in said and is_on(said[_PLACEHOLDER])
