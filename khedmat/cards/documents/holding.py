"""Who is asked for data instead of people: section 8 of published cards."""

from functools import reduce
from operator import or_

from django.db.models import Count, Q

from khedmat.cards.enums import Stage
from khedmat.cards.models import ExternalInquiry
from khedmat.organizations import directory
from khedmat.registers.models import DocumentType

MOST = 12


def online_partners() -> set[tuple[int, str]]:
    """Version and code of each agency that it asks online."""
    rows = ExternalInquiry.objects.filter(version__stage=Stage.PUBLISHED, modes__contains=["online"]).order_by("pk")
    named = ((version, directory.recognise(agency)) for version, agency in rows.values_list("version", "agency"))
    return {(version, found.code) for version, found in named if found}


def given_by(document: DocumentType) -> list[tuple[str, int]]:
    """Agencies that cards ask for this very document, as the cards name them, and how many cards do."""
    named = reduce(or_, (Q(fields__contains=name) for name in document.names()))
    rows = ExternalInquiry.objects.filter(named, version__stage=Stage.PUBLISHED).exclude(agency="").order_by()
    counted = rows.values_list("agency").annotate(count=Count("version", distinct=True)).order_by("-count", "agency")
    return list(counted[:MOST])
