"""What people call the sample services: one name in force, one that waits, one search in vain."""

from datetime import datetime

from django.utils import timezone

from khedmat.cards.enums import NameStage
from khedmat.cards.models import Service
from khedmat.cards.popular.actions import decide, propose
from khedmat.cards.popular.searched import note
from khedmat.organizations.enums import Role
from khedmat.site.samples.enrolment import person


def call_by_popular_names(service: Service, at: datetime) -> None:
    """Once: a load that was stopped goes on here."""
    if service.popular_names.exists():
        return
    author, approver = person(Role.AUTHOR, service.owner), person(Role.APPROVER, service.owner)
    name = propose(service, "سجل هوشمند", by=author, at=at)
    decide(name, NameStage.IN_FORCE, by=approver, at=at)
    propose(service, "کارت چیپ‌دار", by=author, at=at)
    note("کارت شناسایی نو", on=timezone.localdate(at))
