"""An answer on paper: what is drawn once and kept by the process for a minute, and under what.

The row of the certificate is read at every question. A drawing is kept under everything of that row that can
change (the facts never do), so whatever changes is drawn anew at the next question.
"""

from dataclasses import dataclass

from django.conf import settings
from django.core.cache import caches
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from certificates.domain.verifying import Verified
from certificates.enums import Answer
from certificates.forms.verify import CodeForm, FileForm, NameForm
from certificates.views.answer import page_of

KEPT_FOR = 60  # seconds; an editor's change of the foot is seen here a minute later
SEAM = SafeString("<!-- the answer -->")
INSIDE = {
    Answer.VALID: "certificates/answer_valid.html",
    Answer.EXPIRED: "certificates/answer_expired.html",
    Answer.REPLACED: "certificates/answer_replaced.html",
    Answer.REVOKED: "certificates/answer_revoked.html",
    Answer.UNKNOWN: "certificates/answer_unknown.html",
}


@dataclass(frozen=True)
class Frame:
    """The head, the language switch and the foot: the same for every stranger."""

    before: str
    after: str


def draw(verified: Verified, request: HttpRequest, shell: dict) -> str:
    """The whole page. `shell` is what certificates/shell.html needs."""
    frame = frame_of(verified.answer, request, shell)
    return frame.before + inside(verified, shell) + frame.after


def draw_anew(verified: Verified, request: HttpRequest, shell: dict, **more) -> str:
    """The whole page with something that only this visitor asked; nothing of it is kept."""
    frame = draw_frame(verified.answer, request, shell)
    context = {
        **shell,
        "page": page_of(verified),
        "form": CodeForm(),
        "name_form": NameForm(),
        "file_form": FileForm(),
        **more,
    }
    return frame.before + render_to_string(INSIDE[verified.answer], context) + frame.after


def frame_of(answer: Answer, request: HttpRequest, shell: dict) -> Frame:
    """Who is signed in, or has a message waiting, gets one of their own: nothing of a person is kept."""
    if settings.SESSION_COOKIE_NAME in request.COOKIES or "messages" in request.COOKIES:
        return draw_frame(answer, request, shell)
    key = f"certificates.frame.{answer}.{get_language()}.{shell['chosen']}"
    kept = caches["process"].get(key)
    if kept is None:
        kept = draw_frame(answer, request, shell)
        caches["process"].set(key, kept, KEPT_FOR)
    return kept


def draw_frame(answer: Answer, request: HttpRequest, shell: dict) -> Frame:
    whole = render_to_string("certificates/answer.html", {**shell, "answer": answer, "seam": SEAM}, request)
    before, after = whole.split(SEAM)
    return Frame(before, after)


def inside(verified: Verified, shell: dict) -> str:
    """The answer itself. It shows the minute it was given in, so it is not kept longer."""
    key = f"certificates.answer.{state_of(verified)}.{get_language()}.{shell['chosen']}"
    kept = caches["process"].get(key)
    if kept is None:
        context = {
            **shell,
            "page": page_of(verified),
            "form": CodeForm(),
            "name_form": NameForm(),
            "file_form": FileForm(),
        }
        kept = render_to_string(INSIDE[verified.answer], context)
        caches["process"].set(key, kept, KEPT_FOR)
    return kept


def state_of(verified: Verified) -> str:
    """Everything that can change of an answer: the certificate, what became of it, and the minute."""
    minute = f"{timezone.now():%Y%m%d%H%M}"
    if verified.certificate is None:
        return f"{verified.answer}.{minute}"
    one = verified.certificate
    revoked = one.revoked_at.timestamp() if one.revoked_at else ""
    return f"{one.code}.{verified.answer}.{verified.shows}.{revoked}.{one.replaced_by_id}.{minute}"
