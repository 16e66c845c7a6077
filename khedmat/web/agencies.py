"""Agencies as readers meet them: those that have published cards."""

from django.db.models import Count, Q, QuerySet

from khedmat.cards.enums import Stage
from khedmat.organizations.models import Organization


def publishing() -> QuerySet[Organization]:
    """With `published`: how many cards each has in force."""
    in_force = Count("services__versions", filter=Q(services__versions__stage=Stage.PUBLISHED))
    counted = Organization.objects.annotate(published=in_force).filter(published__gt=0)
    return counted.select_related("parent", "place").order_by("sort_key", "pk")
