"""What the site promises its readers."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from khedmat.web.public.access import public_page


@public_page
def accessibility(request: HttpRequest) -> HttpResponse:
    return render(request, "public/about/accessibility.html")


@public_page
def privacy(request: HttpRequest) -> HttpResponse:
    return render(request, "public/about/privacy.html")
