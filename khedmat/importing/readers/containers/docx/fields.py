"""Fields: boxes and lists of old forms, links and page numbers, of which the text holds the code beside the result."""

import re
from dataclasses import dataclass

from lxml.etree import _Element

from khedmat.importing.readers.blocks import EMPTY, TICKED
from khedmat.importing.readers.containers.docx.names import child, is_on, number, val, w

_DATA, _BOX, _CHECKED, _DEFAULT = w("ffData"), w("checkBox"), w("checked"), w("default")
_LIST, _RESULT, _ENTRY = w("ddList"), w("result"), w("listEntry")
LONGEST_CODE = 2000
_LINK = re.compile(r'\s*HYPERLINK\s+"?(https?://[^\s"]+)', re.I)
_OF_PAGES = re.compile(r"\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b", re.I)
_UNSAID = re.compile(r"\s*(?:PAGE|NUMPAGES|SECTIONPAGES|PAGEREF|TOC|FORMCHECKBOX|FORMDROPDOWN)\b", re.I)


@dataclass
class Field:
    """`answered`: the form's own data say its value, so its result is not read. `shown`: its result is being read."""

    answered: bool = False
    code: str = ""
    shown: bool = False

    def add(self, code: str) -> None:
        """A piece of its code, of which the beginning says all."""
        self.code = (self.code + code)[:LONGEST_CODE]

    @property
    def link(self) -> str:
        """The address that it links to, if any."""
        found = _LINK.match(self.code)
        return found[1] if found else ""

    @property
    def has_result(self) -> bool:
        """Whether its result is words of the form."""
        return not self.answered and not _UNSAID.match(self.code)

    @property
    def numbers_pages(self) -> bool:
        """Whether it is the number of its page."""
        return bool(_OF_PAGES.match(self.code))


def answer_of(begin: _Element) -> str:
    """What the data of a form's field say: its tick, or the chosen entry of its list; nothing for a field of text."""
    data = child(begin, _DATA)
    box, choices = child(data, _BOX), child(data, _LIST)
    if box is not None:
        return f" {TICKED if _is_ticked(box) else EMPTY} "
    return f" {_chosen(choices)} " if choices is not None else ""


def _is_ticked(box: _Element) -> bool:
    """As it was left; where nobody touched it, as it was made."""
    state = child(box, _CHECKED)
    return is_on(child(box, _DEFAULT) if state is None else state)


def _chosen(choices: _Element) -> str:
    result = child(choices, _RESULT)
    place = number(val(child(choices, _DEFAULT) if result is None else result)) or 0
    entries = list(choices.iterchildren(_ENTRY))
    return val(entries[place]) if place < len(entries) else ""
