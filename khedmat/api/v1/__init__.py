"""Version 1 of the API: what is published, open to anybody; what agencies write, with a token."""

from khedmat.api.v1 import (
    agencies,
    catalogue,
    changes,
    checking,
    codes,
    conformance,
    counts,
    feedback,
    finding,
    lists,
    permits,
    statistics,
    systems,
    versions,
)
from khedmat.api.v1.agency import RESOURCES as OF_AGENCIES
from khedmat.api.v1.contract import api

READ = (
    catalogue,
    versions,
    counts,
    conformance,
    permits,
    agencies,
    lists,
    systems,
    codes,
    finding,
    changes,
    statistics,
)
for resource in (*READ, checking, feedback, *OF_AGENCIES):
    api.add_router("", resource.router)

__all__ = ["api"]
