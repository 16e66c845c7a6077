"""The page of open data, its files, and nothing else of the disk."""

import json
import re
from datetime import timedelta
from hashlib import sha256

import pytest

from khedmat.linked_data.catalogue import MEDIA
from khedmat.linked_data.datasets import DATASETS
from khedmat.linked_data.nightly import edition, make
from tests.factories.cards import NOW, VersionFactory

pytestmark = pytest.mark.django_db
PAGE = "/open-data/"


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.KHEDMAT_DATA = tmp_path
    (tmp_path / "secret.key").write_text("راز")
    return tmp_path


@pytest.fixture
def made():
    VersionFactory(published=True)
    make(at=NOW)
    return edition()


def body(answer):
    return b"".join(answer.streaming_content)


def test_the_page_names_every_file_with_its_size_and_sum(client, made):
    said = client.get(PAGE).content.decode()

    assert [name for name in made.manifest["files"] if f'href="{PAGE}{name}"' not in said] == []
    assert [one["sha256"] for one in made.manifest["files"].values() if one["sha256"] not in said] == []
    assert [one.title for one in DATASETS.values() if one.title not in said] == []


def test_no_two_parts_of_the_page_have_one_name(client, made):
    said = client.get(PAGE).content.decode()
    names = re.findall(r"<h2 id[^>]*>([^<]*)<", said) + re.findall(r'role="region" aria-label="([^"]*)"', said)

    assert len(names) > 2 * len(DATASETS)
    assert len(set(names)) == len(names)


def test_the_page_says_when_how_often_and_under_what_licence(client, made):
    said = client.get(PAGE).content.decode()

    assert "۱ آذر ۱۴۰۵" in said
    assert "هر شب" in said
    assert "creativecommons.org/licenses/by/4.0" in said
    assert f"{PAGE}on/2026-11-22/services.delta.jsonl" in said


def test_an_edition_is_given_under_the_licence_with_which_it_was_made(client, settings):
    settings.OPEN_DATA_LICENCE = "https://licence.example/open/"
    make(at=NOW)
    settings.OPEN_DATA_LICENCE = "https://licence.example/another/"

    said = client.get(PAGE).content.decode()
    catalogue = body(client.get(f"{PAGE}catalogue.jsonld")).decode()

    assert 'href="https://licence.example/open/"' in said
    assert "Creative Commons" not in said
    assert '"license": "https://licence.example/open/"' in catalogue
    assert edition().manifest["licence"] == "https://licence.example/open/"


def test_before_the_first_night_the_page_says_so_and_files_are_not_there(client):
    assert "هنوز ساخته نشده است" in client.get(PAGE).content.decode()
    assert client.get(f"{PAGE}services.csv").status_code == 404


def test_every_file_is_what_the_manifest_says(client, made):
    for name, told in made.manifest["files"].items():
        answer = client.get(f"{PAGE}{name}")
        held = body(answer)

        assert (len(held), sha256(held).hexdigest()) == (told["bytes"], told["sha256"])
        assert answer["Content-Type"].startswith(MEDIA[name.rpartition(".")[2]])
        assert answer["Access-Control-Allow-Origin"] == "*"


def test_a_file_is_kept_by_its_sum_and_is_sent_once(client, made):
    first = client.get(f"{PAGE}services.csv")
    body(first)

    again = client.get(f"{PAGE}services.csv", headers={"if-none-match": first["ETag"]})

    assert again.status_code == 304
    assert made.manifest["files"]["services.csv"]["sha256"] in first["ETag"]


def test_no_server_keeps_a_file_in_its_memory(client, made):
    answer = client.get(f"{PAGE}services.nt")
    body(answer)

    assert answer.streaming
    assert "s-maxage" not in answer["Cache-Control"]
    assert "public" in answer["Cache-Control"]
    assert not answer.cookies


def test_the_manifest_is_a_file_of_its_own(client, made):
    assert json.loads(body(client.get(f"{PAGE}manifest.json"))) == made.manifest


def test_a_day_that_is_kept_can_be_fetched_and_the_newest_is_the_last(client, made):
    VersionFactory(published=True)
    make(at=NOW + timedelta(days=1))

    def services(path):
        return json.loads(body(client.get(f"{PAGE}{path}manifest.json")))["services"]

    assert (services("on/2026-11-22/"), services("on/2026-11-23/"), services("")) == (1, 2, 2)


@pytest.mark.parametrize(
    "path",
    [
        "../secret.key",
        "..%2fsecret.key",
        "%2e%2e/secret.key",
        "codes/../../secret.key",
        "/etc/passwd",
        "codes",
        "codes/",
        "on/../secret.key",
        "on/2026-11-22/../../secret.key",
        "on/2026-11-22/..%2f..%2fsecret.key",
        "on/..%2f/secret.key",
        "on/2026-11-21/services.csv",
        "on/nothing/services.csv",
        "on/2026-11-22/",
        "services.csv%00",
        "nothing.csv",
    ],
)
def test_nothing_else_of_the_disk_is_given(client, made, path):
    answer = client.get(f"{PAGE}{path}")

    assert answer.status_code == 404
    assert "راز" not in answer.content.decode()


def test_only_reading_is_allowed(client, made):
    assert client.post(f"{PAGE}services.csv").status_code == 405
    head = client.head(f"{PAGE}services.csv")
    assert head.status_code == 200
    head.close()


def test_the_page_asks_nothing_of_the_database_and_is_light(client, made, django_assert_num_queries):
    with django_assert_num_queries(0):
        answer = client.get(PAGE)

    assert len(answer.content) < 50_000
    assert not answer.cookies


def test_the_footer_and_the_map_of_the_site_lead_there(client):
    assert f'href="{PAGE}"' in client.get("/codes/").content.decode()
    assert f"{PAGE}</loc>" in client.get("/sitemap-pages.xml").content.decode()


def test_the_days_before_are_a_list_and_nothing_to_tick(client, made):
    said = client.get(PAGE).content.decode()

    assert '<ul class="text-list">' in said
    assert 'class="check"' not in said


def test_before_the_first_files_are_made_their_cards_are_unknown_and_not_none(client):
    said = client.get(PAGE).content.decode()

    assert "هنوز شمرده نشده است" in said
    assert "<dd>۰</dd>" not in said
