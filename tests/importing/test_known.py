"""What is found for a batch at once is what is found for each form alone."""

from itertools import product

import pytest

from khedmat.cards.models import Service
from khedmat.importing.known import Known
from khedmat.importing.papers import papers
from khedmat.importing.walk import Place
from tests.factories.cards import VersionFactory
from tests.factories.people import OrganizationFactory
from tests.importing.paper import write

pytestmark = pytest.mark.django_db
CODES = ["", "10031093000", "10031093100"]
TITLES = ["گواهی‌های نمونه", "گواهی های نمونه", "گواهی دیگر"]


def populate(owner, code_of_service, stated, title):
    version = VersionFactory(service__owner=owner, stage="published", card={"title": title, "service_id": stated})
    if code_of_service:
        Service.objects.filter(pk=version.service_id).update(code=code_of_service)


def test_a_batch_finds_the_services_that_each_form_alone_finds(agency, folder):
    for owner in (agency, OrganizationFactory()):
        for stated, title in product(CODES[:2], TITLES[:2]):
            populate(owner, None, stated, title)
    populate(agency, "10031093100", "", TITLES[2])
    found = [
        next(papers(Place(write(folder, f"{place}.txt", code=code, title=title))))
        for place, (code, title) in enumerate(product(CODES, TITLES))
    ]

    known = Known([(paper, agency) for paper in found])

    for paper in found:
        together = {one.service.pk for one in known.services(paper, agency)}
        alone = Service.objects.meant_by(owner=agency, code=paper.code, title=paper.title)
        assert together == set(alone.values_list("pk", flat=True)), (paper.code, paper.title)
