"""The one program `khedmat`: what it takes, and which module answers."""

import argparse
import importlib
import os
import signal
import sys
from collections.abc import Sequence

from khedmat.core.failed import Failed
from khedmat.site.env import Misused

FOUND, MISUSED = 1, 2

# Each command's module is imported when it is asked for: `read` and `check` must start without Django.
MODULES = {
    "up": "khedmat.site.up",
    "read": "khedmat.site.reading",
    "check": "khedmat.site.reading",
    "import": "khedmat.site.loading",
    "export": "khedmat.site.exporting",
    "rank": "khedmat.site.ranking",
    "publish-data": "khedmat.site.publishing",
    "enrol": "khedmat.site.enrolling",
    "verify-embed": "khedmat.site.verifying",
    "serve": "khedmat.site.processes",
    "worker": "khedmat.site.processes",
    "index": "khedmat.site.indexing",
    "django": "khedmat.site.processes",
}


def parser() -> argparse.ArgumentParser:
    top = argparse.ArgumentParser(
        prog="khedmat", description="سامانهٔ شناسنامهٔ خدمات دولت · the registry of public-service cards"
    )
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    _serving(commands)
    _forms(commands)
    _searching(commands)
    _publishing(commands)
    _people(commands)
    return top


def _serving(commands: argparse._SubParsersAction) -> None:
    up = _command(commands, "up", "همه‌چیز: پایگاه داده، داده‌های پایه، کارها و صفحه‌ها · database, data, jobs and pages")
    up.add_argument("--no-serve", action="store_true", help="آماده کن و بایست · prepare everything, then stop")
    _command(commands, "serve", "صفحه‌ها و API · the web server of a real installation")
    _command(commands, "worker", "کارهای پس‌زمینه · the job worker of a real installation")
    index = _command(commands, "index", "نمایهٔ جست‌وجوی این میزبان · the search index of this host")
    does = index.add_mutually_exclusive_group()
    does.add_argument("--rebuild", action="store_true", help="از نو بساز و جایگزین کن · build anew, then switch")
    does.add_argument("--follow", action="store_true", help="با هر تغییر تازه کن · keep current with the database")
    django = _command(commands, "django", "فرمان‌های Django، برای سازندگان · Django's own commands, for developers")
    django.add_argument("arguments", nargs=argparse.REMAINDER)


def _forms(commands: argparse._SubParsersAction) -> None:
    read = _command(commands, "read", "خواندن فرم‌های پرشده، بی پایگاه داده · read filled forms, no database")
    check = _command(commands, "check", "خواندن و سنجیدن با قاعده‌ها · read, then check against the rules")
    for command in (read, check):
        command.add_argument("files", nargs="+", metavar="FILE", help="پروندهٔ فرم · a filled form")
        command.add_argument("--json", action="store_true", help="هر سند یک سطر JSON · one JSON object a line")
    read.add_argument("--trace", action="store_true", help="جای هر مقدار در متن · where each value stood")
    _printing(commands)
    _signed(commands)
    load = _command(
        commands, "import", "برنامهٔ درون‌ریزی، و با --write نوشتن آن · plan an import; --write carries it out"
    )
    load.add_argument("paths", nargs="+", metavar="PATH", help="پرونده، پوشه یا zip · a file, a folder or a zip")
    load.add_argument("--agency", metavar="CODE", help="کد دستگاه صاحب فرم‌ها · code of the owning agency")
    load.add_argument("--write", action="store_true", help="بنویس · write")
    load.add_argument("--json", action="store_true", help="هر سند یک سطر JSON · one JSON object a line")
    load.add_argument(
        "--report",
        metavar="FILE.xlsx",
        help="کاربرگی از یافته‌ها و سرنوشت پرونده‌ها · findings and outcomes as a workbook",
    )
    load.add_argument("--as", dest="by", metavar="USERNAME", help="به نام این نویسنده · in the name of this author")
    load.add_argument(
        "--service", type=int, metavar="NUMBER", help="شمارهٔ خدمتی که فرم دربارهٔ آن است · the service it is about"
    )


def _printing(commands: argparse._SubParsersAction) -> None:
    export = _command(
        commands,
        "export",
        "چاپ فرم‌ها: Word، PDF، Excel یا صفحهٔ کوتاه · print forms as DOCX, PDF, XLSX or the short page",
    )
    export.add_argument(
        "sources",
        nargs="+",
        metavar="FILE|SERVICE",
        help="پروندهٔ فرم، یا شماره یا شناسهٔ خدمت منتشرشده · a filled form, or the number or ID of a published service",
    )
    export.add_argument(
        "--to",
        nargs=2,
        required=True,
        metavar=("KIND", "DIR"),
        help="docx، pdf، xlsx یا html، و پوشهٔ خروجی · the kind of file, and the folder to write into",
    )
    export.add_argument(
        "--public",
        action="store_true",
        help="بی نام تکمیل‌کننده و شمارهٔ حساب · without the filler and the account numbers",
    )


def _searching(commands: argparse._SubParsersAction) -> None:
    rank = _command(
        commands,
        "rank",
        "رتبه‌بندی خدمت‌ها برای پرسش‌ها، با تحلیل و جست‌وجوی خود سامانه · rank services for queries in a scratch index",
    )
    rank.add_argument("services", metavar="SERVICES.jsonl", help="هر سطر یک خدمت · one service a line: n, title, …")
    rank.add_argument("queries", metavar="QUERIES.jsonl", help="هر سطر یک پرسش · one query a line: qid, query")
    rank.add_argument("--json", action="store_true", help="هر پرسش یک سطر JSON · one JSON object a line")


def _publishing(commands: argparse._SubParsersAction) -> None:
    publish = _command(
        commands, "publish-data", "داده‌های باز خدمت‌های منتشرشده در یک پوشه · all open data of the published registry"
    )
    publish.add_argument("folder", metavar="DIR", help="پوشهٔ خروجی · the folder to write into")


def _signed(commands: argparse._SubParsersAction) -> None:
    verify = _command(
        commands, "verify-embed", "بستهٔ امضاشدهٔ فهرست خدمت‌ها درست است؟ · whether a signed ZIP of a list is whole"
    )
    verify.add_argument("file", metavar="FILE", help="فایل ZIP · the ZIP")
    verify.add_argument("--key", metavar="FILE", help="کلید عمومی، از ‎/embed/key.pem · the public key")
    verify.add_argument("--json", action="store_true", help="یک سطر JSON · one JSON object")


def _people(commands: argparse._SubParsersAction) -> None:
    enrol = _command(
        commands, "enrol", "حساب و نقش کارکنان دستگاه: دادن، تمدید، پایان · give, extend or end an account and a role"
    )
    enrol.add_argument("username", metavar="USERNAME", help="نام کاربری · the user name")
    enrol.add_argument("--name", metavar="NAME", help="نام و نام خانوادگی؛ برای حساب تازه لازم است · the full name")
    enrol.add_argument("--office", metavar="CODE", help="کد دستگاه · code of the agency")
    enrol.add_argument("--role", metavar="ROLE", help="author, approver, reviewer, publisher, reader, manager")
    enrol.add_argument(
        "--until", metavar="DATE", help="واپسین روز، جلالی یا میلادی؛ بی آن باز می‌ماند · the last day; open without it"
    )
    enrol.add_argument("--end", action="store_true", help="این نقش از همین امروز پایان یابد · end this role at once")
    enrol.add_argument(
        "--new-password",
        action="store_true",
        help="گذرواژهٔ تازه، بی مرحلهٔ دوم و بی نشست باز · a new password, no second factor, signed in nowhere",
    )
    enrol.add_argument(
        "--ask-password", action="store_true", help="گذرواژه را از من بپرس · ask for the password instead of making one"
    )
    enrol.add_argument("--json", action="store_true", help="یک سطر JSON · one JSON object")


def _command(commands: argparse._SubParsersAction, name: str, about: str) -> argparse.ArgumentParser:
    return commands.add_parser(name, help=about, description=about)


def main(arguments: Sequence[str] | None = None) -> int:
    given = parser().parse_args(arguments)
    try:
        status: int = importlib.import_module(MODULES[given.command]).run(given)
        sys.stdout.flush()
        return status
    except BrokenPipeError:
        return _unheard()
    except Misused as error:
        print(error, file=sys.stderr)
        return MISUSED
    except Failed as error:
        print(error, file=sys.stderr)
        return FOUND
    except KeyboardInterrupt:
        return 128 + signal.SIGINT


def _unheard() -> int:
    """`khedmat read … | head` ends without a traceback.

    Never by the default of SIGPIPE: any socket or pipe whose other end died would then end the whole process.
    """
    with open(os.devnull, "wb") as nowhere:
        os.dup2(nowhere.fileno(), sys.stdout.fileno())
    return 128 + signal.SIGPIPE
