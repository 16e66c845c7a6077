"""What is served beside the pages: vendored files with a manifest, and a style that knows no left and right."""

import base64
import hashlib
import json
import re
from importlib.resources import files
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.management import call_command

STATIC = Path(str(files("khedmat.web"))) / "static"
TEMPLATES = Path(str(files("khedmat.web"))) / "templates"
STYLES = sorted((STATIC / "web" / "css").glob("*.css"))
MANIFESTS = [
    STATIC / "vendor" / "manifest.json",
    Path(__file__).parent / "browser" / "vendor" / "manifest.json",
    Path(str(files("khedmat.cards"))) / "printing" / "pages" / "fonts" / "manifest.json",
]
PHYSICAL = re.compile(
    r"(?<![\w-])(?:(?:margin|padding|border)-(?:left|right|top|bottom)|(?:max-|min-)?(?:width|height)|left|right|top|bottom"
    r"|text-align:\s*(?:left|right)|float)\s*:"
)


@pytest.mark.parametrize("path", MANIFESTS, ids=lambda path: path.parts[-4])
def test_every_vendored_file_is_the_one_in_its_manifest(path):
    for entry in json.loads(path.read_text())["vendored"]:
        digest = hashlib.sha384((path.parent / entry["file"]).read_bytes()).digest()
        assert entry["integrity"] == "sha384-" + base64.b64encode(digest).decode()
        assert (path.parent / entry["licence_file"]).exists()
        assert entry["version"]


def test_nothing_is_vendored_without_a_manifest():
    named = {entry["file"] for entry in json.loads(MANIFESTS[0].read_text())["vendored"]}
    found = {str(path.relative_to(STATIC / "vendor")) for path in (STATIC / "vendor").rglob("*") if path.is_file()}

    assert {name for name in found - named if not name.endswith(("OFL.txt", "manifest.json"))} == set()


@pytest.mark.parametrize("style", STYLES, ids=lambda path: path.name)
def test_styles_use_logical_properties_only(style):
    rules = re.sub(r"/\*.*?\*/|@media[^{]*", "", style.read_text(), flags=re.DOTALL)

    assert PHYSICAL.findall(rules) == []


@pytest.mark.parametrize("style", STYLES, ids=lambda path: path.name)
def test_styles_bring_nothing_from_elsewhere(style):
    assert not re.search(r"@import|https?://|//cdn", style.read_text())


def test_pages_have_no_script_or_style_of_their_own():
    faults = [
        path.name
        for path in TEMPLATES.rglob("*.html")
        if re.search(
            r"<style|<script(?![^>]*(?:src|application/ld\+json))|\sstyle=|\son(?!ly|e=)\w+=|https?://(?!www\.w3\.org)",
            path.read_text(),
        )
    ]

    assert faults == []


def test_every_icon_that_a_template_names_is_in_the_sprite():
    sprite = (STATIC / "web" / "icons.svg").read_text()
    named = {name for path in TEMPLATES.rglob("*.html") for name in re.findall(r'{% icon "(\w+)" %}', path.read_text())}

    assert {name for name in named if f'id="{name}"' not in sprite} == set()


def test_every_file_that_a_template_names_is_there():
    """The storage of an installation refuses a name that it does not hold, also an empty one."""
    texts = (path.read_text() for path in TEMPLATES.rglob("*.*"))
    named = {name for text in texts for name in re.findall(r'{% static "([^"]*)" %}', text)}

    assert {name for name in named if not name or finders.find(name) is None} == set()


IMPORTS = re.compile(r"""(?:from|import)\s*["'](\./[\w.-]+)["']""")


def test_scripts_import_each_other_under_the_names_of_their_content(tmp_path, settings):
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = {**settings.STORAGES, "staticfiles": {"BACKEND": "khedmat.web.static_files.StaticFiles"}}

    call_command("collectstatic", "--noinput", verbosity=0)

    served = (tmp_path / staticfiles_storage.stored_name("web/js/editor.js")).read_text()
    imports = IMPORTS.findall(served)
    assert imports
    assert all(re.search(r"\.[0-9a-f]{12}\.js$", name) for name in imports)


def test_pages_are_packed_on_their_way(client, db):
    plain = client.get("/guide/")
    packed = client.get("/guide/", headers={"Accept-Encoding": "gzip"})

    assert packed["Content-Encoding"] == "gzip"
    assert len(packed.content) < len(plain.content) / 2
