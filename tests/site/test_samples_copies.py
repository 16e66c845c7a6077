"""Two provinces keep copies of a sample card, and one of them has a new national card to compare with."""

import pytest
from django.utils import timezone

from khedmat.accounts.models import User
from khedmat.cards.models import LocalCopy, Service
from khedmat.notices.models import Notice
from khedmat.organizations.actions import load_reference
from khedmat.site import samples
from khedmat.site.samples.copies import copy_in_provinces

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def loaded(settings, tmp_path):
    settings.KHEDMAT_DATA = tmp_path
    load_reference()
    samples.load()


def test_two_copies_are_public_and_one_is_to_be_compared(client):
    copies = {copy.place.fa: copy.is_behind for copy in LocalCopy.objects.published().for_page()}
    service = LocalCopy.objects.first().service

    assert copies == {"کرمان": True, "آذربایجان شرقی": False}
    page = client.get(f"/services/{service.pk}/provinces/").content.decode()
    assert "۸ روز بیشتر" in page
    assert f'href="/services/{service.pk}/provinces/"' in client.get("/provinces/").content.decode()


def test_the_sample_author_is_told_and_finds_it_at_the_desk(client_for):
    author = User.objects.get(username="sample-author")

    page = client_for(author).get("/desk/copies/?stage=behind").content.decode()

    assert "برابرسازی با الگو" in page
    assert Notice.objects.filter(user=author, kind="template_changed").count() == 1


def test_again_it_changes_nothing():
    before = LocalCopy.objects.count()

    copy_in_provinces(Service.objects.first(), timezone.now())

    assert LocalCopy.objects.count() == before == 2
