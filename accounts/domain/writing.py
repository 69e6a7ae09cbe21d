"""Writing a letter: its words, filled, as text and as HTML, in the language that is active."""

from dataclasses import dataclass

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string

from accounts.bilingual import reader_language
from accounts.domain import letters, stopping, wording
from accounts.domain.letters import Filled, Letter, filled_in
from accounts.models import Message

TEMPLATE = "accounts/emails/letter"


@dataclass(frozen=True)
class Written:
    subject: str
    text: str
    html: str


def write(letter: type[Letter], filled: Filled, *, first_name: str = "", stop_url: str = "") -> Written:
    """The letter as a person reads it. Two queries at most; sends nothing."""
    words = wording.current(letter, reader_language())

    def said(text: str) -> list[str]:
        return [one for one in (filled_in(part, filled.values) for part in wording.paragraphs(text)) if one]

    subject = filled_in(words.subject, filled.values)
    context = {
        "subject": subject,
        "heading": filled_in(words.heading, filled.values) or subject,
        "first_name": first_name if letter.greets else "",
        "body": said(words.body),
        "facts": filled.facts,
        "code": filled.code,
        "button": words.button if filled.url else "",
        "url": filled.url,
        "closing": said(words.closing),
        "why": letter.why,
        "stop_url": stop_url,
        "site_url": settings.SITE_URL,
    }
    text = render_to_string(f"{TEMPLATE}.txt", context).strip() + "\n"
    return Written(subject=subject, text=text, html=render_to_string(f"{TEMPLATE}.html", context))


def mail(message: Message) -> EmailMultiAlternatives | None:
    """The mail of a message as it stands now, or None when there is nothing left to tell."""
    letter = letters.find(message.template)
    reader = message.recipient
    if not letter.is_service and stopping.is_stopped(user=reader, kind=letter.kind):
        return None
    filled = letter.fill(message.context)
    if filled is None:
        return None
    stop_url = "" if letter.is_service else stopping.link(user=reader, kind=letter.kind)
    written = write(letter, filled, first_name=reader.first_name, stop_url=stop_url)
    mail = EmailMultiAlternatives(
        subject=written.subject,
        body=written.text,
        to=[reader.email],
        headers={
            "Message-ID": message.message_id,
            "Auto-Submitted": "auto-generated",
            **(_one_click(stop_url) if stop_url else {}),
        },
    )
    mail.attach_alternative(written.html, "text/html")
    for name, content, mimetype in filled.files:
        mail.attach(name, content, mimetype)
    return mail


def _one_click(stop_url: str) -> dict[str, str]:
    """What lets the mailer itself offer to stop (RFC 8058)."""
    return {"List-Unsubscribe": f"<{stop_url}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
