"""The files of open data: what there is, and each of them as its manifest names it."""

from datetime import date, datetime
from typing import Any, NamedTuple

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import quote_etag
from django.views.decorators.http import require_safe

from khedmat.linked_data.catalogue import MEDIA
from khedmat.linked_data.datasets import DATASETS, Dataset, dataset_of
from khedmat.linked_data.deltas import DELTA
from khedmat.linked_data.nightly import KEPT_DAYS, Edition, days, edition
from khedmat.linked_data.parts import MANIFEST
from khedmat.web.public.access import public_page

FIVE_MINUTES = 300
DELTAS = [f"{DELTA}.{ending}" for ending in ("jsonl", "nt", "xlsx")]
NAMES = {"https://creativecommons.org/licenses/by/4.0/": "Creative Commons Attribution"}


class Shelf(NamedTuple):
    """A dataset with its files: name, octets, SHA-256."""

    dataset: Dataset
    files: list[tuple[str, int, str]]


@public_page
def page(request: HttpRequest) -> HttpResponse:
    newest = edition()
    licence = newest.manifest["licence"] if newest else settings.OPEN_DATA_LICENCE
    context = {
        "shelves": _shelves(newest.manifest["files"]) if newest else [],
        "made_at": datetime.fromisoformat(newest.manifest["made_at"]) if newest else None,
        "services": newest.manifest["services"] if newest else 0,
        "days": days(),
        "changes": newest.manifest.get("changes") if newest else None,
        "deltas": DELTAS,
        "kept": KEPT_DAYS,
        "licence": licence,
        "licence_name": NAMES.get(licence, licence),
        "site": settings.SITE_URL,
        "manifest": MANIFEST,
    }
    return render(request, "public/open_data.html", context)


def _shelves(files: dict[str, Any]) -> list[Shelf]:
    told = [(name, file["bytes"], file["sha256"]) for name, file in files.items()]
    return [Shelf(one, [row for row in told if dataset_of(row[0]) == one]) for one in DATASETS.values()]


@require_safe
def file(request: HttpRequest, name: str, day: str = "") -> HttpResponse:
    """Of a day, else the newest. As a stream: a file of a hundred megabytes is in nobody's memory."""
    found = _edition_or_404(day)
    path = found.file(name)
    if path is None or not path.is_file():
        raise Http404
    etag = quote_etag(found.manifest["files"].get(name, {}).get("sha256") or found.manifest["made_at"])
    answer = get_conditional_response(request, etag=etag) or _streamed(path, name)
    answer["ETag"] = etag
    answer["Access-Control-Allow-Origin"] = "*"
    patch_cache_control(answer, public=True, max_age=FIVE_MINUTES)
    return answer


file.is_public = True


def _streamed(path: Any, name: str) -> FileResponse:
    ending = name.rpartition(".")[2]
    charset = "" if ending == "xlsx" else "; charset=utf-8"
    return FileResponse(path.open("rb"), content_type=f"{MEDIA[ending]}{charset}")


def _edition_or_404(day: str) -> Edition:
    try:
        found = edition(date.fromisoformat(day) if day else None)
    except ValueError as error:
        raise Http404 from error
    if found is None:
        raise Http404
    return found
