"""What may be done to a version, by whom, on a day. Lists use the twins in `models.queries`."""

from datetime import date

from khedmat.accounts.models import User
from khedmat.cards.conditions import had_no_hand, is_approver, is_author, is_of_office, is_reviewer
from khedmat.cards.enums import PUBLIC, UNDER_REVIEW, Stage
from khedmat.cards.models import ServiceVersion
from khedmat.cards.needs import may
from khedmat.organizations.models import Membership


def can_see(user: User, version: ServiceVersion, on: date) -> bool:
    """Anybody what was published; the rest those who may see it from inside."""
    return version.stage in PUBLIC or can_see_inside(user, version, on)


def can_see_inside(user: User, version: ServiceVersion, on: date) -> bool:
    """Filler, findings, trace and history: members of the agency; from submission on also reviewers of the centre."""
    return is_of_office(version, user, on) or is_reviewer(version, user, on)


def can_edit(user: User, version: ServiceVersion, on: date) -> bool:
    return is_author(version, user, on) and version.stage == Stage.DRAFT


def can_submit(user: User, version: ServiceVersion, on: date) -> bool:
    return may(version, Stage.SUBMITTED, by=user, on=on)


def can_approve(user: User, version: ServiceVersion, on: date) -> bool:
    """Three people: whoever wrote, edited or sent it never approves it."""
    return may(version, Stage.APPROVED, by=user, on=on)


def can_discard(user: User, version: ServiceVersion, on: date) -> bool:
    return may(version, Stage.DISCARDED, by=user, on=on)


def can_accept(user: User, version: ServiceVersion, on: date) -> bool:
    """Reviewers and publishers of the centre who had no hand in the text."""
    return may(version, Stage.ACCEPTED, by=user, on=on)


def can_return(user: User, version: ServiceVersion, on: date) -> bool:
    """Whoever might say yes may say no: the agency's approvers first, then the centre."""
    return may(version, Stage.RETURNED, by=user, on=on)


def can_publish(user: User, version: ServiceVersion, on: date) -> bool:
    """The centre's part; whoever had a hand in the version never publishes it."""
    return version.stage != Stage.SUSPENDED and may(version, Stage.PUBLISHED, by=user, on=on)


def can_appoint(user: User, version: ServiceVersion, on: date) -> bool:
    """Whoever may publish it today may say on which day that happens by itself."""
    return version.stage == Stage.ACCEPTED and can_publish(user, version, on)


def can_call_off(user: User, version: ServiceVersion, on: date) -> bool:
    return version.publish_on is not None and can_publish(user, version, on)


def can_resume(user: User, version: ServiceVersion, on: date) -> bool:
    """What was suspended is public again."""
    return version.stage == Stage.SUSPENDED and may(version, Stage.PUBLISHED, by=user, on=on)


def can_suspend(user: User, version: ServiceVersion, on: date) -> bool:
    return may(version, Stage.SUSPENDED, by=user, on=on)


def can_retire(user: User, version: ServiceVersion, on: date) -> bool:
    return may(version, Stage.RETIRED, by=user, on=on)


def can_examine(user: User, version: ServiceVersion, on: date) -> bool:
    """Box by box: reviewers of the centre and approvers of the agency, of a text in which they had no hand."""
    examines = is_reviewer(version, user, on) or is_approver(version, user, on)
    return version.stage in UNDER_REVIEW and examines and had_no_hand(version, user, on)


def can_answer(user: User, version: ServiceVersion, on: date) -> bool:
    """Those who answer for the text: authors and approvers of the agency."""
    answers = is_author(version, user, on) or is_approver(version, user, on)
    return version.stage in UNDER_REVIEW and answers


def can_mend(user: User, version: ServiceVersion, on: date) -> bool:
    """What came back waits for its authors until a later version answers it."""
    is_answered = version.service.versions.kept().filter(number__gt=version.number).exists()
    return version.stage == Stage.RETURNED and not is_answered and is_author(version, user, on)


def can_redraft(user: User, version: ServiceVersion, on: date) -> bool:
    """Authors of the agency begin a new draft of a service, or go on with the one it has."""
    return is_author(version, user, on)


def can_confirm(user: User, version: ServiceVersion, on: date) -> bool:
    """Those who answer for the text say that a published card still holds."""
    return version.stage == Stage.PUBLISHED and (is_author(version, user, on) or is_approver(version, user, on))


def can_give_ids(user: User, on: date) -> bool:
    """Reviewers and publishers of the centre."""
    return Membership.objects.of(user).in_force(on).reviewing().exists()
