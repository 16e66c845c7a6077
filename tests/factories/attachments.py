"""Files that are attached, and what they are made of."""

import io
import zipfile

from PIL import Image

from khedmat.cards.attaching.actions import attach
from khedmat.cards.attaching.place import Given, Place
from khedmat.files.actions import store
from tests.factories.cards import NOW

BPMN = b"""<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL">
<process id="p"><startEvent id="s"/></process></definitions>"""


def a_picture(kind="PNG", shade=255):
    drawn = io.BytesIO()
    Image.new("L", (400, 600), shade).save(drawn, kind)
    return drawn.getvalue()


def a_package(*members, mimetype=""):
    """An office file by the names of its parts."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        if mimetype:
            package.writestr("mimetype", mimetype)
        for member in members:
            package.writestr(member, "<x/>")
    return made.getvalue()


def a_docx(*more):
    return a_package("[Content_Types].xml", "word/document.xml", *more)


def given(**changes):
    data = changes.pop("data", None) or f"%PDF-1.4 {changes}".encode()
    plain = {"kind": "law", "title": "آیین‌نامهٔ اجرایی", "name": "law.pdf", "media_type": "application/pdf"}
    file = store(data, name="law.pdf", media_type="application/pdf", at=NOW)
    return Given(**{"file": file} | plain | changes)


def attached(thing, *, by, at=NOW, remark=None, **changes):
    """To a version or to a list of titles."""
    place = Place(version=thing, remark=remark) if hasattr(thing, "service") else Place(titles=thing)
    return attach(place, given(**changes), by=by, at=at)
