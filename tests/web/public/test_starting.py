"""Where to begin, the picture of an address, and what paper shows."""

from xml.etree import ElementTree

import pytest

from khedmat.cards.form import card_from_contract
from khedmat.web.public.starting import Way, ways
from tests.factories.cards import VersionFactory

LINK = "https://service.example.ir/record"
SITE = "اینترنتی (وبگاه دستگاه)"


def begun(link=LINK, **request):
    return ways(card_from_contract({"stages": {"request": request}}), link)


@pytest.mark.parametrize(
    ("request_stage", "expected"),
    [
        ({}, []),
        ({"electronic": False, "non_electronic": False}, []),
        ({"electronic": True, "channels": ["website"]}, [Way("website", SITE, LINK)]),
        ({"electronic": True}, [Way("website", "از نشانی خدمت", LINK)]),
        ({"electronic": True, "channels": ["sms"]}, [Way("sms", "پیام کوتاه"), Way("website", "از نشانی خدمت", LINK)]),
        ({"non_electronic": True}, [Way("in_person", "حضوری، در دستگاه")]),
        (
            {"non_electronic": True, "visit_levels": ["provincial", "county"]},
            [Way("in_person", "حضوری، در ادارهٔ استانی، شهرستانی دستگاه")],
        ),
        (
            {"electronic": True, "non_electronic": True, "channels": ["website"]},
            [Way("website", SITE, LINK), Way("in_person", "حضوری، در دستگاه")],
        ),
    ],
)
def test_each_channel_says_what_to_press_or_where_to_go(request_stage, expected):
    assert begun(**request_stage) == expected


def test_without_an_address_nothing_can_be_pressed():
    assert begun("", electronic=True, channels=["website"]) == [Way("website", SITE)]
    assert begun("", electronic=True) == []


@pytest.mark.django_db
def test_the_page_of_a_service_begins_at_its_channel(client):
    version = VersionFactory(published=True)

    page = client.get(f"/services/{version.service.pk}/").content.decode()

    assert "از کجا آغاز کنم؟" in page
    assert page.count(f'class="button" href="{LINK}"') == 2


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["javascript:alert(1)", "نشانی ندارد", "ftp://example.ir"])
def test_what_is_no_address_of_the_web_is_no_button(client, address):
    version = VersionFactory(published=True, card={"url": address})

    page = client.get(f"/services/{version.service.pk}/").content.decode()

    assert f'href="{address}' not in page


@pytest.mark.django_db
def test_the_picture_of_an_address_is_whole_and_may_be_kept(client):
    version = VersionFactory(published=True)

    response = client.get(f"/services/{version.service.pk}/qr.svg")

    root = ElementTree.fromstring(response.content)
    assert response["Content-Type"] == "image/svg+xml"
    assert root.tag.endswith("svg")
    assert "max-age" in response["Cache-Control"]
    assert f"/services/{version.service.pk}/qr.svg" in client.get(f"/services/{version.service.pk}/").content.decode()


@pytest.mark.django_db
def test_a_later_version_shows_what_it_changed(client):
    old = VersionFactory(stage="replaced")
    new = VersionFactory(service=old.service, published=True)

    page = client.get(f"/services/{old.service.pk}/").content.decode()

    assert f"/services/{old.service.pk}/versions/{new.number}/changes/" in page
