"""Makes a page of each service of the file. Run: python -m wagtail_site.fill ROWS.json"""

import json
import sys
from pathlib import Path

import django

django.setup()

from django.contrib.contenttypes.models import ContentType  # noqa: E402
from django.db import connection, transaction  # noqa: E402
from wagtail.models import Page, Site  # noqa: E402
from wagtail_site.models import ServicePage  # noqa: E402


@transaction.atomic
def fill(rows: list[list[str]]) -> None:
    """All at once: a page saved by itself takes longer than the whole bench."""
    home = Site.objects.get(is_default_site=True).root_page
    kind = ContentType.objects.get_for_model(ServicePage)
    pages = [
        Page(
            path=Page._get_path(home.path, home.depth + 1, number),
            depth=home.depth + 1,
            title=title[:255],
            draft_title=title[:255],
            slug=str(key),
            url_path=f"{home.url_path}{key}/",
            locale=home.locale,
            content_type=kind,
        )
        for number, (key, title, _description) in enumerate(rows, start=1)
    ]
    made = Page.objects.bulk_create(pages, batch_size=500)
    with connection.cursor() as cursor:
        texts = [(page.pk, row[2]) for page, row in zip(made, rows, strict=True)]
        cursor.executemany("INSERT INTO wagtail_site_servicepage (page_ptr_id, description) VALUES (%s, %s)", texts)
    Page.objects.filter(pk=home.pk).update(numchild=len(rows))


if __name__ == "__main__":
    fill(json.loads(Path(sys.argv[1]).read_text()))
