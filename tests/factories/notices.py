"""Messages to people."""

from khedmat.notices.actions import notify
from khedmat.notices.enums import NoticeKind
from khedmat.notices.models import Notice
from tests.factories.cards import NOW

CONTEXT = {"title": "صدور پروانه", "owner": "سازمان خانه", "stage": "در انتظار تأیید دستگاه", "by": "سارا نمونه"}
CONTEXT |= {
    "reason": "هزینه نوشته نشده است.",
    "place": "کرمان",
    "host": "hooks.example.ir",
    "said": "چرا؟",
    "saying": "پرسش",
}


def tell(*users, kind=NoticeKind.CARD_WAITS, at=NOW, dedupe="version-1", **given) -> list[Notice]:
    """`tell(user)`: the message of a card that waits."""
    values = {"context": CONTEXT, "link": "/desk/versions/1/"} | given
    return notify(users, kind, dedupe=dedupe, at=at, **values)
