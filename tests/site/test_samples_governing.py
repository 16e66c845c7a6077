"""One finding of the samples was passed over, so that a newcomer sees what that looks like."""

import pytest
from django.utils import timezone

from khedmat.cards.models import Dismissal, Finding, RuleCount
from khedmat.organizations.actions import load_reference
from khedmat.site import samples
from khedmat.site.samples.governing import govern

pytestmark = pytest.mark.django_db


def test_the_public_page_of_the_rules_has_figures(settings, tmp_path, client):
    settings.KHEDMAT_DATA = tmp_path
    load_reference()
    samples.load()

    row = Dismissal.objects.get()
    assert RuleCount.objects.get(rule=row.rule).dismissed == 1
    assert Finding.objects.passed_over().get().dismissal == row
    assert "یافته‌ها هنوز شمرده نشده است" not in client.get("/rules/").content.decode()

    govern(timezone.now())
    assert Dismissal.objects.count() == 1
