"""What is too large is refused before it is read, whoever sends it."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("address", ["/", "/account/login/", "/desk/import/", "/nowhere/"])
def test_a_flood_of_bytes_is_refused_before_a_file_is_written(monkeypatch, address):
    monkeypatch.setattr("khedmat.web.large.MOST_BYTES", 1_000)
    monkeypatch.setattr("django.core.files.uploadhandler.FileUploadHandler.new_file", pytest.fail)

    response = Client().post(address, {"files": SimpleUploadedFile("x.txt", b"x" * 2_000)})

    assert response.status_code == 400
    assert "بیش از اندازه بزرگ" in response.content.decode()


@pytest.mark.parametrize(("most", "status"), [(10_000, 200), (1_000, 400)])
def test_an_archive_for_the_import_desk_may_be_larger_and_is_never_held_in_memory(monkeypatch, most, status):
    monkeypatch.setattr("khedmat.web.large.MOST_BYTES", 500)
    monkeypatch.setattr("khedmat.web.large.MOST_OF_ARCHIVES", most)
    monkeypatch.setattr("django.core.files.uploadhandler.MemoryFileUploadHandler.new_file", pytest.fail)
    client = Client()
    client.force_login(UserFactory())

    response = client.post("/desk/import/", {"files": SimpleUploadedFile("x.zip", b"x" * 2_000)})

    assert response.status_code == status


@pytest.mark.parametrize(("length", "status"), [("9" * 5_000, 400), ("-1", 200), ("x", 200), ("", 200)])
def test_whatever_size_is_announced_is_no_error(length, status):
    assert Client().get("/", CONTENT_LENGTH=length).status_code == status
