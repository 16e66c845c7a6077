"""How what is sent is squeezed."""

import brotli
import pytest
from django.http import HttpResponse, StreamingHttpResponse
from django.test import RequestFactory

from khedmat.web.squeezing import SqueezingMiddleware

TEXT = "شناسنامهٔ خدمت " * 100


def squeezed(accepted="gzip, deflate, br", *, public=True, body=TEXT, made=HttpResponse, **headers):
    response = made(body, headers={"Cache-Control": "public" if public else "private"} | headers)
    request = RequestFactory().get("/", headers={"Accept-Encoding": accepted})
    return SqueezingMiddleware(lambda _request: response)(request)


def test_a_page_for_everybody_goes_by_brotli():
    response = squeezed()

    assert response["Content-Encoding"] == "br"
    assert brotli.decompress(response.content).decode() == TEXT
    assert response["Content-Length"] == str(len(response.content))
    assert "Accept-Encoding" in response["Vary"]


def test_a_page_of_somebody_goes_by_gzip_whose_length_tells_nothing():
    responses = [squeezed(public=False) for _ in range(40)]

    assert {response["Content-Encoding"] for response in responses} == {"gzip"}
    assert len({len(response.content) for response in responses}) > 1


@pytest.mark.parametrize(("accepted", "way"), [("gzip", "gzip"), ("identity", None), ("", None)])
def test_a_browser_gets_only_what_it_can_read(accepted, way):
    assert squeezed(accepted).get("Content-Encoding") == way


def test_a_page_with_a_cookie_is_somebodys():
    request = RequestFactory().get("/", headers={"Accept-Encoding": "br, gzip"})
    response = HttpResponse(TEXT, headers={"Cache-Control": "public"})
    response.set_cookie("a", "b")

    assert SqueezingMiddleware(lambda _request: response)(request)["Content-Encoding"] == "gzip"


def test_few_words_and_what_is_squeezed_already_are_left():
    assert "Content-Encoding" not in squeezed(body="کوتاه")
    assert squeezed(**{"Content-Encoding": "zstd"}).content.decode() == TEXT


def test_what_comes_in_parts_is_not_gathered():
    assert squeezed(made=StreamingHttpResponse, body=[TEXT.encode()])["Content-Encoding"] == "gzip"


def test_the_name_of_the_bytes_becomes_a_weak_one():
    assert squeezed(ETag='"a"')["ETag"] == 'W/"a"'
    assert squeezed(ETag='W/"a"')["ETag"] == 'W/"a"'
