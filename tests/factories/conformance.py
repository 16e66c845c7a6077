"""Checks of linked data that nobody has to wait for."""

from khedmat.linked_data.conformance import shapes_digest
from khedmat.linked_data.models import ConformanceCheck
from tests.factories.cards import NOW

BREACH = {
    "node": "http://127.0.0.1:8000/id/service/n1",
    "path": "http://purl.org/dc/terms/title",
    "constraint": "MinCountConstraintComponent",
}


def judged(version, *violations, shapes=None):
    """The row of a check of this version."""
    return ConformanceCheck.objects.create(
        version=version,
        shapes=shapes or shapes_digest(),
        data="d" * 64,
        conforms=not violations,
        violations=list(violations),
        at=NOW,
    )
