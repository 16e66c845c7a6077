"""Whether an answer leads to signing in."""

from django.http import HttpResponse


def asks_to_sign_in(answer: HttpResponse) -> bool:
    """By the way to the sign-in, or by a page that keeps what was typed and shows this way."""
    if answer.status_code == 302:
        return "/account/login/" in answer["Location"]
    return answer.status_code == 401 and "/account/login/" in answer.content.decode()
