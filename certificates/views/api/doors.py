"""The interface for software: the same answers as the pages, for whoever has a key."""

import logging
from collections.abc import Callable
from functools import wraps

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.translation import get_language
from django.views.decorators.csrf import csrf_exempt
from kombu.exceptions import OperationalError

from accounts.views.limits import SECONDS, network_of, too_often
from certificates.domain import api_keys, codes, many
from certificates.domain.many import Answered, Question
from certificates.models import ApiKey
from certificates.tasks import note_key_used
from certificates.views import tally
from certificates.views.api.problems import NO_KEY, NOT_ALLOWED, TOO_MANY, Stopped, response_to
from certificates.views.api.reading import questions_of
from certificates.views.limits import held_back
from training.enums import Level, Skill

logger = logging.getLogger(__name__)
PER_NETWORK, PER_KEY = 120, 60  # requests a minute
BEARER = "bearer"
View = Callable[..., dict]


def door(method: str) -> Callable[[View], Callable[..., HttpResponse]]:
    """Opened by a key, by one method, so often a minute; all else is a problem in the asker's language."""

    def with_door(view: View) -> Callable[..., HttpResponse]:
        @wraps(view)
        def opened(request: HttpRequest, **kwargs) -> HttpResponse:
            try:
                insist(request, method)
                response = JsonResponse(view(request, **kwargs))
            except Stopped as stopped:
                response = response_to(stopped)
            response["Content-Language"] = get_language()
            response["X-Robots-Tag"] = "noindex"
            patch_cache_control(response, private=True, no_store=True)
            return response

        return login_not_required(csrf_exempt(opened))

    return with_door


@door("POST")
def verifications(request: HttpRequest) -> dict:
    """A list: the answers in its order, each counted like a question on the page."""
    return {"items": [as_json(one) for one in ask(questions_of(request))]}


@door("GET")
def certificate(request: HttpRequest, code: str) -> dict:
    """One code. Whatever is no code looks like a code we do not know."""
    [answered] = ask([Question(1, code, codes.clean(code))])
    return as_json(answered)


def insist(request: HttpRequest, method: str) -> None:
    if request.method != method:
        raise Stopped(NOT_ALLOWED, headers={"Allow": method})
    refuse_when_too_often({f"api:network:{network_of(request)}": PER_NETWORK})
    key = key_of(request)
    if key is None:
        raise Stopped(NO_KEY, headers={"WWW-Authenticate": "Bearer"})
    refuse_when_too_often({f"api:key:{key.pk}": PER_KEY})
    note_used(key)


def refuse_when_too_often(limits: dict[str, int]) -> None:
    if too_often(limits):
        raise Stopped(TOO_MANY, headers={"Retry-After": str(SECONDS)})


def key_of(request: HttpRequest) -> ApiKey | None:
    scheme, _space, text = request.headers.get("Authorization", "").partition(" ")
    return api_keys.find(text.strip()) if scheme.lower() == BEARER and text.strip() else None


def note_used(key: ApiKey) -> None:
    """Once a day, by the worker: a question writes nothing. Without a broker the day is noted tomorrow."""
    if key.last_used_on != timezone.localdate():
        try:
            note_key_used.apply_async([key.pk], retry=False)
        except OperationalError:
            logger.warning("the broker is away: the use of a key was not noted")


def ask(questions: list[Question]) -> list[Answered]:
    """Nothing is answered while one of the codes was asked for too often: software can wait."""
    if held_back(questions):
        raise Stopped(TOO_MANY, headers={"Retry-After": str(SECONDS)})
    answers = many.answer(questions)
    for one in answers:
        tally.count(one.verified, language=get_language())
    return answers


def as_json(one: Answered) -> dict:
    """What the page of a code says, without the name; of what no longer counts no levels and no hours."""
    facts = one.facts if one.still_says else None
    return {
        "code": one.question.typed,
        "answer": one.answer.value,
        "words": str(one.answer.label),
        "address": one.facts.verify_url if one.facts else None,
        "issued_on": one.facts.issued_on.isoformat() if one.facts else None,
        "valid_until": one.facts.valid_until.isoformat() if one.facts and one.facts.valid_until else None,
        "levels": levels(facts) if facts else [],
        "minutes_followed": facts.minutes_followed if facts else None,
        "same_family_name": one.same_name,
    }


def levels(facts) -> list[dict]:
    return [
        {"skill": each.skill, "name": str(Skill(each.skill).label), "level": Level(each.exit).short}
        for each in facts.levels
    ]
