"""Each version in force against the official shapes, once an edition of them."""

import hashlib
import logging
from datetime import datetime

from django.db.models import Exists, OuterRef

from khedmat.cards.models import ServiceVersion
from khedmat.cards.models.queries import VersionQuerySet
from khedmat.linked_data.conformance import shapes_digest, violations
from khedmat.linked_data.formats import NTRIPLES, written
from khedmat.linked_data.models import ConformanceCheck
from khedmat.linked_data.published import facts_of, for_facts
from khedmat.linked_data.service import document

logger = logging.getLogger(__name__)


def unchecked() -> VersionQuerySet:
    """Versions in force that these shapes have not judged."""
    judged = ConformanceCheck.objects.filter(version=OuterRef("pk"), shapes=shapes_digest())
    return ServiceVersion.objects.in_force().filter(~Exists(judged))


def check_some(most: int, *, at: datetime) -> int:
    """How many were judged. A card that cannot be judged is logged and asked again: it holds up no other."""
    judged = 0
    for version in for_facts(unchecked()).order_by("-pk")[:most]:
        try:
            check(version, at=at)
            judged += 1
        except Exception:
            logger.exception("version %s was not judged", version.pk)
    return judged


def check(version: ServiceVersion, *, at: datetime) -> ConformanceCheck:
    """A row of what was found. Of a version whose names were fetched."""
    facts = facts_of(version)
    said = document(facts)
    found = [one._asdict() for one in violations([said], base=facts.base)]
    digest = hashlib.sha256(written(said, NTRIPLES, base=facts.base)).hexdigest()
    return ConformanceCheck.objects.create(
        version=version, shapes=shapes_digest(), data=digest, conforms=not found, violations=found, at=at
    )
