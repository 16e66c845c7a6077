"""The files of open data as a DCAT catalogue. Pure."""

from collections.abc import Iterable
from datetime import date

from khedmat.linked_data.graph import Node

MEDIA = {
    "csv": "text/csv",
    "jsonl": "application/x-ndjson",
    "jsonld": "application/ld+json",
    "nt": "application/n-triples",
    "ttl": "text/turtle",
    "json": "application/json",
}
DAILY = "http://publications.europa.eu/resource/authority/frequency/DAILY"
CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "id": "@id",
    "type": "@type",
    "title": {"@id": "dct:title", "@language": "fa"},
    "dataset": {"@id": "dcat:dataset", "@type": "@id"},
    "distribution": {"@id": "dcat:distribution", "@type": "@id"},
    "downloadURL": {"@id": "dcat:downloadURL", "@type": "@id"},
    "mediaType": "dcat:mediaType",
    "modified": {"@id": "dct:modified", "@type": "xsd:date"},
    "frequency": {"@id": "dct:accrualPeriodicity", "@type": "@id"},
}


def catalogue(base: str, files: Iterable[str], on: date) -> Node:
    """One dataset: the published services, a distribution a file. `files`: paths below the folder of open data."""
    at = f"{base}/open-data"
    shared = [_distribution(at, name) for name in files]
    dataset = {
        "id": f"{at}/services",
        "type": "dcat:Dataset",
        "title": "شناسنامهٔ خدمت‌های منتشرشده",
        "modified": on.isoformat(),
        "frequency": DAILY,
        "distribution": [one["id"] for one in shared],
    }
    top = {"id": f"{at}/catalogue", "type": "dcat:Catalog", "title": "داده‌های باز خدمت", "dataset": [dataset["id"]]}
    return {"@context": CONTEXT, "@graph": [top, dataset, *shared]}


def _distribution(at: str, name: str) -> Node:
    media = MEDIA[name.rsplit(".", 1)[-1]]
    said = {"title": name, "downloadURL": f"{at}/{name}", "mediaType": media}
    return {"id": f"{at}/{name}#file", "type": "dcat:Distribution", **said}
