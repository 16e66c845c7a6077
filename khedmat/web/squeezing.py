"""What is sent is squeezed: public pages by Brotli, others by gzip with a padding of chance."""

import brotli
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware
from django.utils.cache import patch_vary_headers

LEAST = 200  # bytes; less grows by it
QUALITY = 5  # a page in a millisecond, an eighth smaller than gzip's best


class SqueezingMiddleware(GZipMiddleware):
    """Brotli pads nothing, so it is for pages that are the same for everybody: no token there is told by its length."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        patch_vary_headers(response, ["Accept-Encoding"])
        if not _is_for_everybody(response) or "br" not in request.headers.get("Accept-Encoding", ""):
            squeezed: HttpResponseBase = super().process_response(request, response)
            return squeezed
        response.content = brotli.compress(response.content, quality=QUALITY)
        response["Content-Encoding"] = "br"
        response["Content-Length"] = str(len(response.content))
        if response.get("ETag", "").startswith('"'):
            response["ETag"] = f"W/{response['ETag']}"  # the same page in other bytes
        return response


def _is_for_everybody(response: HttpResponseBase) -> bool:
    is_plain = not response.streaming and not response.has_header("Content-Encoding") and len(response.content) >= LEAST
    return is_plain and "public" in response.get("Cache-Control", "") and not response.cookies
