"""What a box is called in a history, and where the form prints it."""

from itertools import chain

from django.utils.translation import gettext as _

from khedmat.cards.editing import row_box
from khedmat.web.desk.editor.sections import SECTIONS, Box, owner_of, title_of
from khedmat.web.desk.editor.showing import title_in

NOT_APPLICABLE = "not_applicable."
ORDER = {leaf: place for place, leaf in enumerate(chain.from_iterable(section.leaves for section in SECTIONS))}


def printed(path: str) -> tuple[int, str]:
    """Where the form prints a box: the database keeps no order of names."""
    return ORDER.get(path.removeprefix(NOT_APPLICABLE), len(ORDER)), path


def name_of(path: str) -> str:
    """The box as the form calls it: «درخواست خدمت: رسانهٔ ارتباطی»."""
    bare = path.removeprefix(NOT_APPLICABLE)
    found = owner_of(bare)
    name = _name(bare, found[1]) if found else bare
    return _("مصداق‌نداشتن «%(box)s»") % {"box": name} if bare != path else name


def _name(path: str, box: Box) -> str:
    if row_box(path):
        return f"{box.title}، {title_in(path, box)}"
    leaf = title_of(path, box) if path in box.leaves else box.title
    return str(leaf) if str(leaf) == str(box.title) else f"{box.title}: {leaf}"
