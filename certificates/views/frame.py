"""What stands round an answer: the head, the language switch and the foot of the site.

Drawing it takes three times as long as the answer inside, and it is the same for every stranger, so each
process keeps it for a minute. The answer itself is drawn anew for every question.
"""

from dataclasses import dataclass

from django.conf import settings
from django.core.cache import caches
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language

KEPT_FOR = 60  # seconds; an editor's change of the foot is seen here a minute later
SEAM = SafeString("<!-- the answer -->")


@dataclass(frozen=True)
class Frame:
    before: str
    after: str

    def around(self, inside: str) -> str:
        return self.before + inside + self.after


def frame(request: HttpRequest, context: dict) -> Frame:
    """The frame of one kind of answer; `context` is what certificates/shell.html needs, and `answer`.

    Somebody who is signed in, or has a message waiting, gets one of their own: nothing of a person is kept.
    """
    if settings.SESSION_COOKIE_NAME in request.COOKIES or "messages" in request.COOKIES:
        return drawn(request, context)
    key = f"certificates.frame.{get_language()}.{context['answer']}.{context['chosen']}"
    kept = caches["process"].get(key)
    if kept is None:
        kept = drawn(request, context)
        caches["process"].set(key, kept, KEPT_FOR)
    return kept


def drawn(request: HttpRequest, context: dict) -> Frame:
    whole = render_to_string("certificates/answer.html", {**context, "seam": SEAM}, request)
    before, after = whole.split(SEAM)
    return Frame(before, after)
