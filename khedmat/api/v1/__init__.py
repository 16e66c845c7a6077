"""Version 1 of the API: what is published, open to anybody; one module a resource."""

from khedmat.api.v1 import (
    agencies,
    catalogue,
    changes,
    checking,
    codes,
    conformance,
    finding,
    lists,
    permits,
    statistics,
    versions,
)
from khedmat.api.v1.contract import api

for resource in (
    catalogue,
    versions,
    conformance,
    permits,
    agencies,
    lists,
    codes,
    finding,
    changes,
    statistics,
    checking,
):
    api.add_router("", resource.router)

__all__ = ["api"]
