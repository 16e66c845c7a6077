"""What cannot be undone is asked once more: the same address, and the answer is in the form of the question."""

from typing import Any, NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render, resolve_url
from django.utils.functional import Promise


class Question(NamedTuple):
    """`told`: what will be and not be after it; `back`: the page that nothing is done to, by its name or address."""

    title: Promise | str
    told: Promise | str
    yes: Promise
    back: str


def is_sure(request: HttpRequest) -> bool:
    return "sure" in request.POST


def ask(request: HttpRequest, question: Question, template: str = "desk/sure.html", **things: Any) -> HttpResponse:
    """`things`: for a template of its own, which shows what it is about."""
    return render(request, template, {"question": question, "back": resolve_url(question.back)} | things)
