"""The original of a printed form as pictures of its pages: who sees them, how they are kept, what is drawn on them."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from khedmat.web.importing import pictures
from tests.importing.paper import AGENCY
from tests.importing.readers import pdfs

pytestmark = pytest.mark.django_db
FORM = ("عنوان خدمت: صدور پروانه نمونه", f"نام دستگاه اجرایی: {AGENCY}", "شرح خدمت: رسیدگی به درخواست")


@pytest.fixture(autouse=True)
def _nothing_is_drawn():
    pictures._drawn.cache_clear()


@pytest.fixture
def printed(office, client_for):
    """A draft that came from a PDF."""
    file = SimpleUploadedFile("form.pdf", pdfs.pdf(pdfs.lines(*FORM)))
    client_for(office.author).post("/desk/import/", {"files": file})
    return office.agency.services.get().versions.get()


def page(version, number=1):
    return f"/desk/versions/{version.pk}/source/page/{number}.png"


def test_a_page_is_a_picture_for_the_office_alone(client_for, client, office, printed, caplog):
    people = ("author", "colleague", "stranger", "publisher", "nobody")

    seen = {who: client_for(getattr(office, who)).get(page(printed)).status_code for who in people}

    assert seen == {"author": 200, "colleague": 200, "stranger": 404, "publisher": 404, "nobody": 404}
    assert "of another agency" in caplog.text
    assert "/account/login/" in client.get(page(printed))["Location"]


def test_a_picture_is_sharp_and_kept_by_the_browser_of_who_looked(client_for, office, printed, tmp_path):
    answer = client_for(office.author).get(page(printed))

    (tmp_path / "page.png").write_bytes(answer.content)
    assert answer["Content-Type"] == "image/png"
    assert answer["Cache-Control"] == "private, max-age=3600"
    with Image.open(tmp_path / "page.png") as drawn:
        assert drawn.width == pictures.WIDTH


@pytest.mark.parametrize("number", [0, 2, 10**12])
def test_a_page_that_is_not_there_is_not_found(client_for, office, printed, number):
    assert client_for(office.author).get(page(printed, number)).status_code == 404


def test_a_form_that_was_never_printed_has_no_pictures(client_for, office, draft):
    assert client_for(office.author).get(page(draft)).status_code == 404


def test_a_page_is_drawn_once(client_for, office, printed, monkeypatch):
    for who in ("author", "colleague"):
        assert client_for(getattr(office, who)).get(page(printed)).status_code == 200
        monkeypatch.setattr(pictures, "picture_of", None)


def test_every_picture_of_the_original_arrives(client_for, office, printed):
    author = client_for(office.author)

    html = author.get(f"/desk/versions/{printed.pk}/source/?bare=1").content.decode()

    (address,) = re.findall(r'<img src="([^"]+)"', html)
    assert author.get(address).status_code == 200


def test_each_value_has_its_box_over_the_picture(client_for, office, printed):
    html = client_for(office.author).get(f"/desk/versions/{printed.pk}/source/").content.decode()

    block, start, end = re.search(r'data-path="card.title" data-lights="(\d+):(\d+)-(\d+)"', html).groups()
    group = re.search(rf'<g id="source-{block}" data-block="{block}">(.*?)</g>', html)[1]
    spans = [(int(a), int(b)) for a, b in re.findall(r'data-from="(\d+)" data-to="(\d+)"', group)]
    assert any(a < int(end) and int(start) < b for a, b in spans)
