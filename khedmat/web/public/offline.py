"""The last pages that were read, when the line fails: a small service worker, and the page that lists what is kept."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from khedmat.web.public.access import public_page


@public_page
def worker(request: HttpRequest) -> HttpResponse:
    """From the root: a worker rules only what lies below its own address."""
    return render(request, "public/offline/worker.js", content_type="text/javascript; charset=utf-8")


@public_page
def page(request: HttpRequest) -> HttpResponse:
    return render(request, "public/offline/page.html")
