"""Who may attach files, choose what the public sees of them, and take them away, on a day."""

from datetime import date

from khedmat.accounts.models import User
from khedmat.cards import perms
from khedmat.cards.attaching.place import Place, place_of
from khedmat.cards.conditions import is_approver, is_author, is_publisher, is_reviewer
from khedmat.cards.enums import OF_THE_OFFICE, UNDER_REVIEW, Stage
from khedmat.cards.models import Attachment, ServiceVersion, TitleList
from khedmat.cards.titles import conditions as of_titles

OPEN_TO_BOTH = (*UNDER_REVIEW, Stage.ACCEPTED)  # the office and the centre are still about it


def can_attach(user: User, place: Place, on: date) -> bool:
    if place.version is None:
        return place.titles is not None and _writes_titles(user, place.titles, on)
    if place.remark:
        return place.remark.by_id == user.pk and _talks(user, place.version, on)
    return perms.can_edit(user, place.version, on) or _is_about(user, place.version, on)


def can_publish(user: User, place: Place, on: date) -> bool:
    """What the public will see is chosen by an author, before the card is sent: approver and centre see the choice."""
    return place.version is not None and place.remark is None and perms.can_edit(user, place.version, on)


def can_take_away(user: User, attachment: Attachment, on: date) -> bool:
    """In a draft its writers; later whoever attached it after it was sent, and the centre's publishers whatever it is:
    a file that should never have been public must not stay."""
    place = place_of(attachment)
    if place.is_draft or place.version is None:
        return can_attach(user, place, on)
    if place.version.stage not in OF_THE_OFFICE and is_publisher(place.version, user, on):
        return True
    return attachment.by_id == user.pk and _came_later(attachment, place.version) and _is_about(user, place.version, on)


def _writes_titles(user: User, titles: TitleList, on: date) -> bool:
    """Until the list is confirmed: then it is what the letter says."""
    writes = of_titles.is_author(titles, user, on) or of_titles.is_approver(titles, user, on)
    return titles.is_draft and writes


def _talks(user: User, version: ServiceVersion, on: date) -> bool:
    return perms.can_examine(user, version, on) or perms.can_answer(user, version, on)


def _is_about(user: User, version: ServiceVersion, on: date) -> bool:
    """While it is examined: those who answer for the text, and the centre."""
    answers = is_author(version, user, on) or is_approver(version, user, on)
    return version.stage in OPEN_TO_BOTH and (answers or is_reviewer(version, user, on))


def _came_later(attachment: Attachment, version: ServiceVersion) -> bool:
    """What was sent with the card stays with it."""
    return version.submitted_at is not None and attachment.at >= version.submitted_at
