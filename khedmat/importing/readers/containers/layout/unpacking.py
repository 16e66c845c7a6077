"""What comes back from the confined child, checked to the last number: the child may have been taken over."""

from typing import TypeVar

from pydantic import TypeAdapter, ValidationError

from khedmat.importing.readers.unreadable import Unreadable

T = TypeVar("T")


def unpacked(answer: bytes, shape: TypeAdapter[T]) -> T:
    """Unreadable where it has not that shape."""
    try:
        return shape.validate_json(answer)
    except ValidationError:
        raise Unreadable("خواندن فایل ناتمام ماند؛ آن را در برنامه‌ای که ساخته شده دوباره ذخیره کنید.") from None
