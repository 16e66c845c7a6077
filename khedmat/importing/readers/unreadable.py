"""What is said of a file that cannot be read."""

LOCKED = "فایل با گذرواژه قفل شده است؛ آن را در برنامهٔ خودش باز کنید، گذرواژه را بردارید و دوباره ذخیره کنید."


class Unreadable(Exception):
    """`message` is a Persian sentence: what is wrong and how to mend it."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message
