"""The office of a service hears what it is to be called: approvers of a proposal, all who answer of a decision."""

from datetime import datetime

from django.utils.timezone import localdate

from khedmat.cards.models import NameStep, PopularName
from khedmat.cards.telling import in_office
from khedmat.notices.actions import notify, settle
from khedmat.notices.enums import NoticeKind
from khedmat.organizations.enums import ANSWERING, Role

TOLD = {NoticeKind.NAME_PROPOSED: (Role.APPROVER,), NoticeKind.NAME_DECIDED: ANSWERING}


def tell_proposed(name: PopularName, step: NameStep) -> None:
    """Nobody is asked to accept what they proposed."""
    _tell(name, step, NoticeKind.NAME_PROPOSED)


def tell_decided(name: PopularName, step: NameStep) -> None:
    """What was proposed waits for nobody from now on."""
    settle(NoticeKind.NAME_PROPOSED, about=_about(name), at=step.at)
    _tell(name, step, NoticeKind.NAME_DECIDED)


def _tell(name: PopularName, step: NameStep, kind: NoticeKind) -> None:
    service, about = name.service, _about(name)
    context = {
        "title": _title(name, step.at),
        "owner": service.owner.name,
        "term": name.term,
        "stage": str(step.get_stage_display()),
        "reason": step.reason,
        "by": str(step.by),
    }
    where = {"link": f"/desk/services/{service.pk}/names/", "about": about, "dedupe": f"{about} {step.stage}"}
    people = in_office(service.owner_id, TOLD[kind], localdate(step.at)).exclude(pk=step.by_id)
    notify(people, kind, context=context, at=step.at, **where)


def _about(name: PopularName) -> str:
    return f"popular name {name.pk}"


def _title(name: PopularName, at: datetime) -> str:
    """Of the card in force; of the newest where none is: a name outlives what was published."""
    versions = name.service.versions
    found = versions.in_force().first() or versions.order_by("-number").first()
    return found.title if found else ""
