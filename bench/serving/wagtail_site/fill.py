"""Makes a page of each service of the file. Run: python -m wagtail_site.fill ROWS.json"""

import json
import sys
from pathlib import Path

import django

django.setup()

from django.db import transaction  # noqa: E402
from wagtail.models import Page, Site  # noqa: E402
from wagtail_site.models import ServicePage  # noqa: E402


@transaction.atomic
def fill(rows: list[list[str]]) -> None:
    home = Site.objects.get(is_default_site=True).root_page
    for number, (key, title, description) in enumerate(rows, start=1):
        place = {"path": Page._get_path(home.path, home.depth + 1, number), "depth": home.depth + 1, "numchild": 0}
        of_page = {"title": title[:255], "slug": str(key), "url_path": f"{home.url_path}{key}/", "locale": home.locale}
        ServicePage(description=description, **place, **of_page).save(clean=False)
    Page.objects.filter(pk=home.pk).update(numchild=len(rows))


if __name__ == "__main__":
    fill(json.loads(Path(sys.argv[1]).read_text()))
