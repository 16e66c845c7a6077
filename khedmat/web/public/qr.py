"""The address of a service as a picture for paper: a telephone that looks at it opens the page."""

import io

import segno
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from khedmat.web.public.access import in_force_or_404, public_page


@public_page
def qr(request: HttpRequest, pk: int) -> HttpResponse:
    version = in_force_or_404(pk)
    picture = io.BytesIO()
    address = request.build_absolute_uri(reverse("web:service", args=[version.service_id]))
    segno.make(address, error="m", micro=False).save(
        picture, kind="svg", scale=4, light="#fff", xmldecl=False, omitsize=True
    )
    return HttpResponse(picture.getvalue(), content_type="image/svg+xml")
