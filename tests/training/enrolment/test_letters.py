"""The letters about an enrolment in French and in Dutch; the calendar in them, read by another reader."""

from datetime import UTC, date, datetime

import pytest
from django.core import mail
from django.utils import timezone, translation

from accounts.domain import outbox
from tests.training.attached import events_of
from tests.training.enrolment import ics_reader
from tests.training.enrolment.builders import TODAY, a_learner, an_open_session, sent
from tests.training.planning.builders import MON, a_pattern, at
from training.domain import enrolment as verbs
from training.domain.queries import agenda
from training.enums import RefusalReason
from training.models import HalfDay

pytestmark = pytest.mark.django_db
LANGUAGES = ("fr", "nl")
KINDS = (
    "confirmed",
    "accepted",
    "received",
    "interview",
    "waiting",
    "offer",
    "expired",
    "withdrawn",
    "refused",
)
SUBJECTS = {
    "confirmed": ("Votre place est confirmée", "Uw plaats is bevestigd"),
    "accepted": ("Votre demande est acceptée", "Uw aanvraag is aanvaard"),
    "received": ("Nous avons reçu votre demande", "We hebben uw aanvraag ontvangen"),
    "interview": ("Nous aimerions parler avec vous", "We willen graag met u praten"),
    "waiting": ("Vous êtes sur la liste d’attente", "U staat op de wachtlijst"),
    "offer": ("Une place est libre pour vous", "Er is een plaats vrij voor u"),
    "expired": ("La place est allée à la personne suivante", "De plaats ging naar de volgende"),
    "withdrawn": ("Vous avez quitté cette formation", "U bent niet meer ingeschreven"),
    "refused": ("Notre réponse à votre demande", "Ons antwoord op uw aanvraag"),
}


@pytest.fixture(autouse=True)
def _today():
    with at(TODAY):
        yield


def letter(kind: str, language: str) -> mail.EmailMultiAlternatives:
    """Plays the story that ends with this letter; returns it."""
    decides = kind in ("accepted", "received", "interview", "refused")
    session = an_open_session(capacity=1, needs_decision=decides)
    seated = None if decides or kind in ("confirmed", "withdrawn") else sent(session)
    enrolment = sent(session, a_learner(language=language))
    play(kind, enrolment, seated)
    address = enrolment.person.user.email
    return next(one for one in reversed(mail.outbox) if one.to == [address])


def play(kind: str, enrolment, seated) -> None:
    if kind in ("offer", "expired"):
        verbs.withdraw(enrolment=seated, by=None)
    if kind == "expired":
        with at(date(2026, 12, 20)):
            verbs.expire_offer(enrolment=enrolment, by=None)
    elif kind == "withdrawn":
        verbs.withdraw(enrolment=enrolment, by=enrolment.person.user)
    elif kind == "accepted":
        verbs.accept(enrolment=enrolment, by=None)
    elif kind == "interview":
        verbs.invite(enrolment=enrolment, by=None, note="Mardi 8 décembre, 10 h, Maison de l'emploi")
    elif kind == "refused":
        verbs.refuse(enrolment=enrolment, by=None, reason=RefusalReason.LEVEL_TOO_LOW)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_each_letter_in_each_language(kind, language):
    message = letter(kind, language)
    html = message.alternatives[0].content
    assert message.subject == SUBJECTS[kind][LANGUAGES.index(language)]
    assert f'lang="{language}"' in html
    assert "Yasmine" not in message.subject
    assert "Haddad" not in message.subject + message.body + html
    assert "Yasmine" in message.body
    assert "Yasmine" in html
    for text in (message.body, html):
        assert "None" not in text
        assert "%(" not in text
        assert "http" in text
    assert bool(message.attachments) == (kind in ("confirmed", "accepted", "withdrawn"))


def test_who_gives_a_place_back_is_rid_of_its_dates():
    message = letter("withdrawn", "nl")
    (events,) = events_of(message).values()
    assert {one.status.value for one in events} == {"CANCELLED"}
    assert "agenda" in message.body or "telefoon" in message.body


def test_who_leaves_the_list_had_no_dates():
    session = an_open_session(capacity=1)
    sent(session)
    waiting = sent(session, a_learner())
    verbs.withdraw(enrolment=waiting, by=waiting.person.user)
    assert mail.outbox[-1].to == [waiting.person.user.email]
    assert mail.outbox[-1].attachments == []


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("fr", "vendredi 4 décembre à 10\N{NO-BREAK SPACE}h"),
        ("nl", "vrijdag 4 december om 10.00\N{NO-BREAK SPACE}uur"),
    ],
)
def test_an_offer_says_until_when(language, expected):
    message = letter("offer", language)
    assert expected in message.body
    assert expected in message.alternatives[0].content


@pytest.mark.parametrize(("language", "expected"), [("fr", "numéro 1"), ("nl", "nummer 1")])
def test_the_waiting_list_says_the_position(language, expected):
    assert expected in letter("waiting", language).body


def test_a_refusal_says_why_and_an_invitation_says_where():
    assert "débutants" in letter("refused", "fr").body
    assert "beginners" in letter("refused", "nl").body
    assert "Maison de l'emploi" in letter("interview", "fr").body


def test_a_letter_goes_once_and_only_to_who_has_an_account():
    sent(an_open_session(), a_learner(account=False))
    assert mail.outbox == []
    message = letter("confirmed", "fr")
    from accounts.models import Message

    for one in Message.objects.order_by("pk"):
        outbox.deliver(one.pk)
    assert [one for one in mail.outbox if one.to == message.to] == [message]


@pytest.mark.parametrize(
    ("language", "title"),
    [("fr", "Le néerlandais de la logistique"), ("nl", "Nederlands in de logistiek")],
)
def test_the_calendar_read_by_another_reader(language, title):
    name, content, mimetype = letter("confirmed", language).attachments[0]
    content = content if isinstance(content, bytes) else content.encode()
    events = ics_reader.read(content)
    half_days = list(HalfDay.objects.order_by("date", "start_time"))
    assert (name, mimetype) == ("grenstaal.ics", "text/calendar; method=PUBLISH")
    assert [(one.start, one.end) for one in events] == [(one.starts_at, one.ends_at) for one in half_days]
    assert [one.uid for one in events] == [f"{one.uid}@grenstaal" for one in half_days]
    assert {one.summary for one in events} == {title}
    assert {one.status for one in events} == {"CONFIRMED"}
    assert half_days[0].room.name in events[0].location


def test_a_moved_half_day_keeps_its_uid_and_a_cancelled_one_says_so():
    enrolment = sent(an_open_session())
    before = ics_reader.read(agenda.as_ics(enrolment, url="https://example.org/"))
    first, second, *_ = enrolment.session.half_days.all()
    HalfDay.objects.filter(pk=first.pk).update(date=date(2027, 1, 13), sequence=1)
    HalfDay.objects.filter(pk=second.pk).update(cancelled_at=timezone.now(), sequence=1)
    enrolment.session._prefetched_objects_cache = {}
    after = {one.uid: one for one in ics_reader.read(agenda.as_ics(enrolment, url="https://example.org/"))}
    assert set(after) == {one.uid for one in before}
    assert after[f"{first.uid}@grenstaal"].start.date() == date(2027, 1, 13)
    assert after[f"{first.uid}@grenstaal"].sequence == 1
    assert after[f"{second.uid}@grenstaal"].status == "CANCELLED"


def test_lessons_on_both_sides_of_a_change_of_the_clock():
    """9 o'clock is 8 UTC in winter and 7 UTC after 28 March 2027."""
    session = an_open_session(pattern=a_pattern(MON), starts_on=date(2027, 3, 22))
    with translation.override("nl"):
        events = ics_reader.read(agenda.as_ics(sent(session), url="https://example.org/"))
    starts = [one.start.astimezone(UTC) for one in events]
    assert starts[0] == datetime(2027, 3, 22, 8, tzinfo=UTC)
    assert starts[1].hour == 7
