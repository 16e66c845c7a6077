"""Carrying out what is too long for one click."""

from datetime import datetime

from django.utils.timezone import localdate
from procrastinate.contrib.django import app

from khedmat.accounts.models import User
from khedmat.importing.models import Upload
from khedmat.importing.uploads import carry_out


@app.task(queue="importing", retry=3, pass_context=False)
def carry_out_upload(*, upload: int, by: int, at: str, total: int) -> int:
    """Safe to run twice, and to be killed: what is written is left at the next run. `total` is for who waits."""
    instant = datetime.fromisoformat(at)
    found, author = Upload.objects.get(pk=upload), User.objects.get(pk=by)
    results = carry_out(found, by=author, at=instant, on=localdate(instant))
    return sum(result.is_written for result in results)
