"""What is too large is refused before it is read, whoever sends it."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("address", ["/", "/account/login/", "/desk/import/", "/nowhere/"])
def test_a_flood_of_bytes_is_refused_before_a_file_is_written(monkeypatch, address):
    monkeypatch.setattr("khedmat.web.large.MOST_BYTES", 1_000)
    monkeypatch.setattr("django.core.files.uploadhandler.FileUploadHandler.new_file", pytest.fail)

    response = Client().post(address, {"files": SimpleUploadedFile("x.txt", b"x" * 2_000)})

    assert response.status_code == 400
    assert "بیش از اندازه بزرگ" in response.content.decode()


@pytest.mark.parametrize(("length", "status"), [("9" * 5_000, 400), ("-1", 200), ("x", 200), ("", 200)])
def test_whatever_size_is_announced_is_no_error(length, status):
    assert Client().get("/", CONTENT_LENGTH=length).status_code == status
