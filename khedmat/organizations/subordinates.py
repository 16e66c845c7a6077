"""A provider that is a body together with its subordinate provincial bodies: «سازمان … و سازمان‌های استانی تابعه»."""

import re

from khedmat.core.persian import fold_line
from khedmat.organizations import directory
from khedmat.organizations.looking import kept

_BODIES = r"(?:سازمان|اداره کل|ادارات کل|اداره|ادارات|واحد|شرکت|دفتر|دفاتر|مرکز|مراکز)"
_TOGETHER = re.compile(rf"^(.+?)\s+و\s+{_BODIES}[\s\u200c]?(?:ها|های|هایی)?\s+(?:استانی\s+)?تابعه?(?:\s+آن)?$")


@kept(maxsize=4096)
def head_of(provider: str) -> directory.Agency | None:
    """The registered agency that gives the service together with its own; None of any other name."""
    found = _TOGETHER.match(fold_line(provider[: directory.LONGEST + 1]))
    return directory.find(found[1]) if found else None
