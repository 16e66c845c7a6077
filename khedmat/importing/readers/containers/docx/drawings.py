"""Text boxes and pictures, and the two ways in which newer files write each of them."""

from html import escape
from itertools import filterfalse

from lxml.etree import _Element

from khedmat.importing.readers.containers.docx.story import Flow, Story

_NAMES = ("descr", "title", "name")
_TITLE = "{urn:schemas-microsoft-com:office:office}title"


def begin_box(box: _Element, story: Story) -> bool:
    """Whether it is hidden. Its paragraphs are a page of their own until it ends."""
    if story.looks.hidden:
        return True
    story.flows.append(Flow(box, in_cell=story.flows[-1].in_cell))
    return False


def end_box(box: _Element, story: Story) -> None:
    """It hangs on the paragraph around it."""
    if story.flows[-1].owner is box:
        html = "".join(story.flows.pop().out)
        if story.lines and html.strip():
            story.lines[-1].boxes.append((len(story.lines[-1].pieces), html))
        else:
            story.write(html)


def picture(named: _Element, story: Story) -> None:
    """By what it is called."""
    said = story.said
    _show([named.get(name, "") for name in _NAMES], story)
    story.pictured = story.said if story.said > said else None


def picture_file(named: _Element, story: Story) -> None:
    """By the name of its file, where it is called nothing: a picture of a box is one box."""
    if story.pictured != story.said:
        _show([named.get(name, "") for name in _NAMES], story)


def old_picture(data: _Element, story: Story) -> None:
    """The same as older files write it."""
    shape = data.getparent()
    _show([data.get(_TITLE, ""), "" if shape is None else shape.get("alt", "")], story)


def _show(names: list[str], story: Story) -> None:
    words = " ".join(filterfalse(_is_given, names)).strip()
    if words and story.is_heard:
        story.put(f'<img alt="{escape(words)}">')


def _is_given(name: str) -> bool:
    """«Check Box 3» and «Picture 12» are names that Word gives by itself."""
    return name[-1:].isdecimal() and "." not in name


def begin_alternates(choices: _Element, story: Story) -> None:
    """The same thing twice, for newer and for older programs."""
    story.alternates.append(story.said)


def choose(choice: _Element, story: Story) -> bool:
    """Whether it is left out: the other one has said something."""
    return bool(story.alternates) and story.said > story.alternates[-1]


def end_alternates(choices: _Element, story: Story) -> None:
    """As they were begun."""
    story.alternates.pop()
