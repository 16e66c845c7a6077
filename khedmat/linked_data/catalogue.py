"""The files of open data as a DCAT catalogue: one dataset a table, a distribution a file. Pure."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from khedmat.linked_data.datasets import DATASETS, Dataset, dataset_of
from khedmat.linked_data.graph import Node

MEDIA = {
    "csv": "text/csv",
    "jsonl": "application/x-ndjson",
    "jsonld": "application/ld+json",
    "nt": "application/n-triples",
    "ttl": "text/turtle",
    "json": "application/json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
DAILY = "http://publications.europa.eu/resource/authority/frequency/DAILY"
CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "spdx": "http://spdx.org/rdf/terms#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "id": "@id",
    "type": "@type",
    "title": {"@id": "dct:title", "@language": "fa"},
    "description": {"@id": "dct:description", "@language": "fa"},
    "dataset": {"@id": "dcat:dataset", "@type": "@id"},
    "distribution": {"@id": "dcat:distribution", "@type": "@id"},
    "downloadURL": {"@id": "dcat:downloadURL", "@type": "@id"},
    "landingPage": {"@id": "dcat:landingPage", "@type": "@id"},
    "contactPoint": {"@id": "dcat:contactPoint", "@type": "@id"},
    "hasURL": {"@id": "vcard:hasURL", "@type": "@id"},
    "name": {"@id": "vcard:fn", "@language": "fa"},
    "mediaType": "dcat:mediaType",
    "byteSize": {"@id": "dcat:byteSize", "@type": "xsd:nonNegativeInteger"},
    "checksum": {"@id": "spdx:checksum", "@type": "@id"},
    "algorithm": {"@id": "spdx:algorithm", "@type": "@id"},
    "checksumValue": {"@id": "spdx:checksumValue", "@type": "xsd:hexBinary"},
    "modified": {"@id": "dct:modified", "@type": "xsd:date"},
    "frequency": {"@id": "dct:accrualPeriodicity", "@type": "@id"},
    "license": {"@id": "dct:license", "@type": "@id"},
}
File = Mapping[str, Any]


def catalogue(base: str, files: Mapping[str, File], on: date, *, licence: str) -> Node:
    """`files`: path below the folder of open data → `bytes` and `sha256`; `licence`: its address."""
    at, given = f"{base}/open-data/", {"license": licence}
    sets = [
        _dataset(at, one, [name for name in files if dataset_of(name) == one], on=on) | given
        for one in DATASETS.values()
    ]
    contact = {"id": f"{at}#contact", "type": "vcard:Kind", "name": "شناسنامهٔ خدمات", "hasURL": at}
    top = {
        "id": f"{at}#catalogue",
        "type": "dcat:Catalog",
        "title": "داده‌های باز شناسنامهٔ خدمات",
        "description": "همهٔ شناسنامه‌های منتشرشده و دفترهای کنار آنها",
        "dataset": [one["id"] for one in sets],
        **given,
    }
    pairs = [_distribution(at, name, file) for name, file in files.items()]
    held = [node for one, checked in pairs for node in (one | given, checked)]
    return {"@context": CONTEXT, "@graph": [top, contact, *sets, *held]}


def _dataset(at: str, found: Dataset, files: list[str], *, on: date) -> Node:
    return {
        "id": f"{at}#{found.name}",
        "type": "dcat:Dataset",
        "title": found.title,
        "description": found.about,
        "landingPage": at,
        "contactPoint": f"{at}#contact",
        "modified": on.isoformat(),
        "frequency": DAILY,
        "distribution": [f"{at}{name}#file" for name in files],
    }


def _distribution(at: str, name: str, file: File) -> tuple[Node, Node]:
    """The file and its checksum."""
    sum_of = {
        "id": f"{at}{name}#sha256",
        "type": "spdx:Checksum",
        "algorithm": f"{CONTEXT['spdx']}checksumAlgorithm_sha256",
        "checksumValue": file["sha256"],
    }
    said = {"title": name, "downloadURL": f"{at}{name}", "mediaType": MEDIA[name.rsplit(".", 1)[-1]]}
    about = {"byteSize": str(file["bytes"]), "checksum": sum_of["id"]}
    return {"id": f"{at}{name}#file", "type": "dcat:Distribution", **said, **about}, sum_of
