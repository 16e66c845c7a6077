"""A model of the processes of one sample card, attached by its author before it was sent: everybody may take it."""

from datetime import datetime

from khedmat.accounts.models import User
from khedmat.cards.attaching.actions import attach
from khedmat.cards.attaching.place import Given, Place
from khedmat.cards.enums import AttachmentKind
from khedmat.cards.models import ServiceVersion
from khedmat.files.actions import store
from khedmat.importing.attached import media_of

SERVICE, NAME = "national-card", "national-card.bpmn"
STEPS = ("ثبت درخواست", "احراز هویت", "صدور کارت", "تحویل کارت")


def model() -> bytes:
    """BPMN 2.0: the steps one after the other."""
    tasks = "".join(f'<task id="t{number}" name="{step}"/>' for number, step in enumerate(STEPS))
    flows = "".join(
        f'<sequenceFlow id="f{number}" sourceRef="t{number}" targetRef="t{number + 1}"/>'
        for number in range(len(STEPS) - 1)
    )
    space = "http://www.omg.org/spec/BPMN/20100524/MODEL"
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    return f'{head}<definitions xmlns="{space}"><process id="p">{tasks}{flows}</process></definitions>\n'.encode()


def attach_model(version: ServiceVersion, *, by: User, at: datetime) -> None:
    """May be run again after a stop."""
    if version.attachments.exists():
        return
    data = model()
    media_type, _endings = media_of(data, is_diagram=True)
    file = store(data, name=NAME, media_type=media_type, at=at)
    title = "مدل فرایند صدور کارت هوشمند ملی"
    attach(Place(version), Given(AttachmentKind.DIAGRAM, title, file, NAME, media_type, is_public=True), by=by, at=at)
