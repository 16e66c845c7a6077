"""Names are looked up among the agencies of the database where one is at hand, and among the shipped ones else."""

import subprocess
import sys
from datetime import timedelta

import pytest
from django.utils import timezone

from khedmat.organizations import directory
from khedmat.organizations.at_hand import register_at_hand
from khedmat.organizations.looking import Agency, Register, looking_in
from khedmat.organizations.models import FormerName
from khedmat.organizations.naming import note_former_name
from khedmat.organizations.subordinates import head_of
from tests.factories.changes import carried, planned
from tests.factories.people import OrganizationFactory, PlaceFactory, publisher

NAME = "سازمان پایش آسمان"


def agency(code="sky", name=NAME, **more):
    plain = {
        "kind": "organization",
        "parent": None,
        "domains": (),
        "aliases": (),
        "province": None,
        "scope": "national",
    }
    return Agency(code=code, name=name, **(plain | more))


def given(*agencies):
    register = Register(agencies)
    return lambda: register


def test_within_a_given_register_its_agencies_are_found_and_no_others():
    with looking_in(given(agency(domains=("sky.example",)))):
        assert directory.find("سازمان پايش آسمان").code == "sky"
        assert directory.by_domain("www.sky.example").code == "sky"
        assert directory.find("سازمان ثبت احوال") is None

    assert directory.find(NAME) is None
    assert directory.find("سازمان ثبت احوال").code == "sabteahval"


def test_what_was_answered_of_one_register_is_not_said_of_another():
    body = f"{NAME} و سازمان‌های استانی تابعه"
    answers = []
    for code in ("one", "two"):
        with looking_in(given(agency(code))):
            answers.append((directory.find(NAME).code, head_of(body).code))

    assert answers == [("one", "one"), ("two", "two")]
    assert head_of(body) is None


@pytest.mark.django_db
class TestDatabase:
    def test_an_agency_that_was_added_is_found_with_its_place_parent_and_names(self):
        parent = OrganizationFactory(code="above")
        OrganizationFactory(
            code="sky",
            name=NAME,
            aliases=["پایش هوا"],
            domains=["sky.example"],
            parent=parent,
            place=PlaceFactory(code="08"),
        )

        with register_at_hand():
            found = directory.find("پایش هوا")
            assert (found.code, found.parent, found.province) == ("sky", "above", "08")
            assert directory.by_domain("sky.example") == found
            assert directory.find("سازمان ثبت احوال").code == "sabteahval"

    def test_a_renamed_agency_is_found_by_both_names_at_once(self):
        old = OrganizationFactory(code="sky", name=NAME)
        with register_at_hand():
            assert directory.find("سازمان رصد گیتی") is None

        carried(planned("rename", [old], new_name="سازمان رصد گیتی"))

        with register_at_hand():
            found = {directory.find(name).code for name in (NAME, "سازمان رصد گیتی")}
            assert found == {"sky"}
            assert directory.find(NAME).name == "سازمان رصد گیتی"

    def test_a_former_name_that_the_centre_notes_from_an_old_paper_is_known_at_once(self):
        agency, today = OrganizationFactory(code="sky", name=NAME), timezone.localdate()
        with register_at_hand():
            assert directory.find("ادارهٔ رصد گیتی") is None
        told = {"ends_on": today - timedelta(days=400), "basis": "نامهٔ ۱۲"}

        former = FormerName(organization=agency, name="ادارهٔ رصد گیتی", **told)
        note_former_name(former, by=publisher(), at=timezone.now())

        with register_at_hand():
            assert directory.find("ادارهٔ رصد گیتی").code == "sky"

    def test_an_agency_that_ended_is_still_known_by_its_name(self):
        ended = timezone.localdate() - timedelta(days=5)
        OrganizationFactory(code="sky", name=NAME, valid_to=ended)

        with register_at_hand():
            assert directory.find(NAME).code == "sky"

    def test_it_is_one_question_and_none_within_nor_while_nothing_changes(self, django_assert_num_queries):
        OrganizationFactory()
        with register_at_hand():
            directory.find(NAME)

        with django_assert_num_queries(1), register_at_hand(), register_at_hand():
            directory.find(NAME)

    def test_a_name_that_another_agency_bears_today_is_that_agencys(self):
        OrganizationFactory(code="old", name="سازمان رصد گیتی", aliases=[NAME])
        OrganizationFactory(code="sky", name=NAME)

        with register_at_hand():
            assert directory.find(NAME).code == "sky"

    def test_where_nobody_asks_for_a_name_nothing_is_asked(self, django_assert_num_queries):
        with django_assert_num_queries(0), register_at_hand():
            directory.provinces()

    def test_without_any_agency_in_the_database_the_shipped_ones_are_known(self):
        with register_at_hand():
            assert directory.agencies() == directory.shipped()


def test_reading_a_form_needs_no_database():
    code = "import sys, khedmat.importing.readers, khedmat.cards.rules.engine; print('django.db' in sys.modules)"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "False"
