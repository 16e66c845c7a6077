"""Whose a service was on a day, by the name of that day."""

from datetime import date

from khedmat.cards.models import Service, ServiceMove
from khedmat.organizations.models import Organization
from khedmat.organizations.naming import name_on


def owner_on(service: Service, day: date) -> Organization:
    """The first move after the day names whose it was before; without one it is whose it is."""
    later = ServiceMove.objects.filter(service=service, change__effective_on__gt=day).select_related("before")
    move = later.order_by("change__effective_on", "pk").first()
    return move.before if move else service.owner


def provider_on(service: Service, day: date) -> str:
    """As its papers of that day call it; two questions."""
    return name_on(owner_on(service, day), day)
