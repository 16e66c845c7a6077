"""Which office keeps the copies of which service."""

import pytest

from khedmat.cards.copies.conditions import agencies_above, is_office_of
from tests.factories.people import OrganizationFactory, PlaceFactory


def chain(top, length):
    """The office at the end of so many steps down, in a province."""
    office = top
    for step in range(length):
        office = OrganizationFactory(parent=office, place=PlaceFactory() if step == length - 1 else None)
    return office


@pytest.mark.parametrize(("length", "is_one"), [(1, True), (2, True), (3, True), (4, False)])
def test_at_most_three_steps_below_the_agency(world, length, is_one):
    assert is_office_of(chain(world.owner, length), world.service) is is_one


def test_the_agency_itself_is_no_office_of_its_own_even_in_a_province(world):
    world.owner.place = PlaceFactory()

    assert not is_office_of(world.owner, world.service)


def test_a_department_without_a_province_is_none(world):
    assert not is_office_of(OrganizationFactory(parent=world.owner), world.service)


def test_an_office_beside_it_or_above_it_is_none(world):
    above = OrganizationFactory(place=PlaceFactory())
    world.owner.parent = above
    world.owner.save(update_fields=["parent"])

    assert not is_office_of(above, world.service)
    assert not is_office_of(OrganizationFactory(parent=above, place=PlaceFactory()), world.service)


def test_the_agencies_above_an_office_are_named_from_the_nearest_upwards(world):
    top = OrganizationFactory()
    world.owner.parent = top
    world.owner.save(update_fields=["parent"])
    office = OrganizationFactory(parent=world.owner, place=PlaceFactory())

    assert agencies_above(office) == [world.owner.pk, top.pk]
    assert agencies_above(top) == []
