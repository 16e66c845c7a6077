"""The provinces that ship with the package: codes of the Statistical Centre of Iran, shapes of an MIT map."""

import json
import re
from importlib.resources import files

DATA = files("khedmat.organizations") / "data"
DOCUMENT = json.loads((DATA / "provinces.json").read_text("utf-8"))
PROVINCES = DOCUMENT["provinces"]
RING = re.compile(r"M\d+,\d+(?:l-?\d+,-?\d+){2,}z")


def test_there_are_thirty_one_provinces_in_the_order_of_their_codes():
    assert [province["code"] for province in PROVINCES] == [f"{number:02}" for number in range(31)]


def test_every_name_and_shape_stands_once():
    for attribute in ("fa", "en", "iso", "path"):
        assert len({province[attribute] for province in PROVINCES}) == 31


def test_the_codes_stand_beside_the_names_that_the_statistical_centre_gives_them():
    names = {province["code"]: province["fa"] for province in PROVINCES}

    assert (names["00"], names["03"], names["23"], names["30"]) == ("مرکزی", "آذربایجان شرقی", "تهران", "البرز")


def test_every_shape_is_whole_rings_of_straight_lines():
    for province in PROVINCES:
        assert RING.sub("", province["path"]) == "", province["fa"]


def test_no_shape_leaves_the_picture():
    width = int(DOCUMENT["view_box"].split()[2])

    for province in PROVINCES:
        for ring in RING.findall(province["path"]):
            assert all(0 <= x <= width and 0 <= y <= width for x, y in corners(ring)), province["fa"]


def test_an_iso_code_is_never_without_its_edition():
    assert all(province["iso_edition"] == "2020-11-24" for province in PROVINCES)


def test_the_licence_of_the_shapes_is_kept_beside_them():
    assert "MIT License" in (DATA / DOCUMENT["source"]["licence_file"]).read_text("utf-8")


def corners(ring: str) -> list[tuple[int, int]]:
    steps = [tuple(map(int, step.split(","))) for step in re.findall(r"-?\d+,-?\d+", ring)]
    walked = [steps[0]]
    for across, down in steps[1:]:
        walked.append((walked[-1][0] + across, walked[-1][1] + down))
    return walked
