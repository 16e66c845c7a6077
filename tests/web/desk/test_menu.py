"""The head of the desk: one question, and nobody is led to the work of others."""

import pytest
from django.urls import reverse
from django.utils import timezone

from khedmat.notices.models import Notice
from khedmat.web.desk.menu import Head, head
from tests.factories.people import MembershipFactory, OrganizationFactory, UserFactory, centre, person

pytestmark = pytest.mark.django_db
NOW = timezone.now()
OFFICE = {"web:title-lists", "web:desk-fresh"}
SHARED = {"web:desk-links", "web:desk-portals", "web:copies", "web:ended-laws"}
CENTRE = {"web:desk-organizations", "web:duty-rounds"}


def asked(rf, user):
    request = rf.get("/desk/")
    request.user = user
    return head(request)["desk_head"]()


@pytest.mark.parametrize(
    ("role", "is_centre", "places"),
    [
        ("author", False, OFFICE | SHARED | {"web:registers"}),
        ("reviewer", True, SHARED | CENTRE | {"web:registers"}),
        ("reviewer", False, OFFICE | SHARED | {"web:registers"}),
        ("steward", True, {"web:registers"}),
        ("steward", False, OFFICE | SHARED | {"web:registers"}),
        ("manager", False, {"web:registers", "web:people", "web:webhooks"}),
    ],
)
def test_the_menu_opens_for_the_work_of_a_role_where_it_means_something(client_for, role, is_centre, places):
    page = client_for(person(role, centre() if is_centre else OrganizationFactory())).get("/desk/inbox/")
    page = page.content.decode()

    every = OFFICE | SHARED | CENTRE | {"web:registers", "web:people", "web:webhooks"}
    assert {name for name in every if f'href="{reverse(name)}"' in page} == places


def test_somebody_without_a_role_is_led_to_no_work(client_for):
    page = client_for(UserFactory()).get("/desk/inbox/").content.decode()

    assert reverse("web:queues") not in page
    assert reverse("account_home") in page


def test_messages_and_work_cost_one_question_whatever_waits(rf, django_assert_num_queries):
    user = person("author", OrganizationFactory())
    MembershipFactory(user=user, role="manager")
    MembershipFactory(user=user, role="approver")
    for n, read_at in enumerate((None, None, NOW)):
        Notice.objects.create(
            user=user, kind="card_waits", link="/desk/", dedupe=str(n), created_at=NOW, read_at=read_at
        )
    with django_assert_num_queries(1):
        found = asked(rf, user)

    assert found == Head(2, frozenset({"office", "manager"}))
