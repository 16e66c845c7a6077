"""Where a document is asked for: published cards only."""

from django.db.models import Count

from khedmat.cards.enums import Stage
from khedmat.cards.figures import figure
from khedmat.cards.models import AskedDocument
from khedmat.cards.models.queries import VersionQuerySet
from khedmat.registers.models import DocumentType
from khedmat.registers.models.entry import EntryQuerySet


def standing() -> EntryQuerySet:
    found: EntryQuerySet = DocumentType.objects.standing().select_related("issuer")
    return found


def asked_by() -> dict[int, int]:
    """Type → how many published cards ask for it."""
    return figure("documents asked", _asked_by)


def _asked_by() -> dict[int, int]:
    rows = AskedDocument.objects.filter(version__stage=Stage.PUBLISHED).exclude(document_type=None).order_by()
    return dict(rows.values_list("document_type").annotate(Count("version", distinct=True)))


def asking(versions: VersionQuerySet, document: DocumentType) -> VersionQuerySet:
    """Those of the versions that ask for it."""
    lines = AskedDocument.objects.filter(document_type=document)
    return versions.filter(pk__in=lines.values("version"))
