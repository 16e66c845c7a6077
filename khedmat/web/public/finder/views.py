"""The guided finder: a question a page, an address a state, the answers out of the published permits."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode

from khedmat.permits.finding import ANY, Given
from khedmat.web.public.access import public_page
from khedmat.web.public.finder.given import QUESTIONS, Question, chips, given_in, next_question
from khedmat.web.public.finder.options import options
from khedmat.web.public.finder.results import results
from khedmat.web.public.forms import rest_of


@public_page
def finder(request: HttpRequest) -> HttpResponse:
    given = given_in(request.GET)
    question = next_question(given)
    shown = {"chips": chips(given), "count": len(QUESTIONS)}
    if question:
        return render(request, "public/finder/question.html", shown | _asked(question, given))
    found = {"page": results(request, given), "query": rest_of(request.GET)}
    return render(request, "public/finder/results.html", shown | found)


def _asked(question: Question, given: Given) -> dict[str, object]:
    total, found = options(question, given)
    rest = [one.name for one in QUESTIONS if one.name not in given]
    return {
        "question": question,
        "number": QUESTIONS.index(question) + 1,
        "options": found,
        "total": total,
        "given": given.items(),
        "skipped": urlencode({**given, question.name: ANY}),
        "at_once": urlencode({**given, **dict.fromkeys(rest, ANY)}),
    }
