"""The welcome pack: no place without it, versions, who opened what, the file itself."""

from datetime import date, time, timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone
from django.utils.translation import override

from accounts.enums import OrganisationKind, Role
from accounts.models import Message
from documents import store
from documents.models import Document, archive
from tests.documents.paper import opened, words
from tests.training.enrolment.builders import TODAY, a_draft, a_learner, an_open_session, in_state, sent
from tests.training.planning.builders import a_coordinator, an_account, at
from training.domain import planning, welcome
from training.enums import Channel
from training.enums import EnrolmentStatus as S
from training.exceptions import Refusal
from training.models import Delivery, Enrolment, InternalRules, Session

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _one_december():
    with at(TODAY):
        yield


@pytest.fixture
def session() -> Session:
    return an_open_session()


@pytest.fixture
def place(session) -> Enrolment:
    return sent(session)


def new_rules(**fields) -> InternalRules:
    facts = {"text_fr": "# Un\nUne règle.", "text_nl": "# Een\nEen regel.", "valid_from": date(2026, 1, 1)}
    return InternalRules.objects.create(**facts | fields)


@transaction.atomic
def delete_and_look(rows) -> None:
    """The deferred guard is asked at once, as it is when a transaction ends."""
    rows.delete()
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


class TestNoPlaceWithoutPapers:
    def test_a_chair_delivers_the_papers_in_the_same_breath(self, place):
        delivery = place.deliveries.get()
        assert place.status == S.CONFIRMED
        assert (delivery.channel, delivery.language, delivery.pack.number) == (Channel.ONLINE, "fr", 1)
        assert delivery.delivered_at <= timezone.now()
        assert delivery.opened_at is None

    def test_the_naive_way_is_refused_by_the_database(self, session):
        draft = a_draft(session)
        now = {"confirmed_at": timezone.now(), "submitted_at": timezone.now(), "queue_position": 7}
        with pytest.raises(IntegrityError) as refused, transaction.atomic():
            Enrolment.objects.filter(pk=draft.pk).update(status=S.CONFIRMED, **now)
        assert refused.value.__cause__.diag.constraint_name == "enrolment_papers_before_place"

    def test_the_record_cannot_be_taken_away_from_who_has_a_place(self, place):
        with pytest.raises(IntegrityError) as refused:
            delete_and_look(place.deliveries.all())
        assert refused.value.__cause__.diag.constraint_name == "delivery_papers_stay"

    def test_it_goes_with_its_enrolment(self, place):
        delete_and_look(Enrolment.objects.filter(pk=place.pk))
        assert not Delivery.objects.exists()

    def test_without_rules_nobody_gets_a_place_and_nothing_is_published(self, session):
        InternalRules.objects.all().delete()
        with pytest.raises(Refusal) as refused:
            sent(session)
        assert refused.value.code == "rules"
        assert not session.enrolments.seated().exists()
        with override("fr"):
            assert planning.blockers(session) == [
                "Le règlement intérieur de l’organisme de formation manque."
            ]

    def test_who_waits_has_none(self, session):
        waiting = in_state(S.WAITLISTED, session)
        assert not waiting.deliveries.exists()


class TestVersions:
    def test_nothing_changed_makes_no_version(self, session, place):
        assert welcome.renew(session_id=session.pk).number == 1
        assert welcome.renew(session_id=session.pk).number == 1
        assert place.deliveries.count() == 1

    def test_new_rules_are_delivered_again_with_a_letter(self, session, place):
        with at(TODAY, time(11)):
            new_rules(provider=session.provider)
        with at(TODAY, time(12)):
            assert welcome.due() == [session.pk]
            assert welcome.renew_due() == 1
            assert welcome.due() == []
        assert [one.pack.number for one in place.deliveries.all()] == [2, 1]
        letters = Message.objects.filter(template=welcome.CHANGED)
        assert [one.recipient for one in letters] == [place.person.user]

    def test_a_moved_lesson_is_delivered_again_without_a_second_letter(self, session, place):
        lesson = session.half_days.held().last()
        with at(TODAY, time(11)):
            planning.cancel_half_day(half_day=lesson, by=None)
            assert welcome.due() == []  # more changes may follow at once
        with at(TODAY, time(11, 3)):
            assert welcome.due() == [session.pk]
            welcome.renew_due()
        newest, first = place.deliveries.all()
        assert len(newest.pack.facts["nl"]["lessons"]) == len(first.pack.facts["nl"]["lessons"]) - 1
        assert not Message.objects.filter(template=welcome.CHANGED).exists()

    def test_the_providers_own_rules_come_before_the_model_and_future_ones_wait(self, session):
        own = new_rules(provider=session.provider)
        new_rules(provider=session.provider, valid_from=timezone.localdate() + timedelta(days=9))
        assert InternalRules.objects.in_force(session.provider).first() == own
        assert own.number == 1

    def test_whoever_had_a_place_before_this_existed_gets_papers(self, session, place):
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("ALTER TABLE training_delivery DISABLE TRIGGER USER")
            cursor.execute("DELETE FROM training_delivery")
            cursor.execute("ALTER TABLE training_delivery ENABLE TRIGGER USER")
        assert session.pk in welcome.due()
        welcome.renew_due()
        assert place.deliveries.count() == 1


class TestHandingOver:
    def test_only_the_holder_opening_them_is_noted_once(self, place):
        delivery = place.deliveries.get()
        assert welcome.open_papers(delivery=delivery, by=a_coordinator()).opened_at is None
        first = welcome.open_papers(delivery=delivery, by=place.person.user).opened_at
        assert first is not None
        assert welcome.open_papers(delivery=delivery, by=place.person.user).opened_at == first

    def test_on_paper(self, place):
        office, delivery = a_coordinator(), place.deliveries.get()
        today = timezone.localdate()
        welcome.hand_over(delivery=delivery, channel=Channel.PAPER, on=today, by=office)
        handed = welcome.hand_over(delivery=delivery, channel=Channel.PAPER, on=today, by=office)
        assert (handed.by, place.deliveries.count()) == (office, 2)

    @pytest.mark.parametrize(
        ("facts", "code"),
        [
            ({"channel": "ONLINE"}, "channel"),
            ({"channel": ""}, "channel"),
            ({"on": timedelta(days=1)}, "day"),
            ({"on": timedelta(days=-900)}, "day"),
            ({"by": "learner"}, "not_allowed"),
        ],
    )
    def test_refused(self, place, facts, code):
        by = place.person.user if facts.pop("by", None) else a_coordinator()
        on = timezone.localdate() + facts.pop("on", timedelta())
        asked = {"channel": Channel.PAPER, "on": on, "by": by} | facts
        with pytest.raises(Refusal) as refused:
            welcome.hand_over(delivery=place.deliveries.get(), **asked)
        assert refused.value.code == code
        assert place.deliveries.count() == 1

    def test_without_an_account_the_office_is_asked_to_send_them(self, session):
        place = sent(session, a_learner(account=False))
        delivery = place.deliveries.get()
        assert list(Delivery.objects.to_post()) == [delivery]
        today, office = timezone.localdate(), a_coordinator()
        welcome.hand_over(delivery=delivery, channel=Channel.LETTER, on=today, by=office)
        assert not Delivery.objects.to_post().exists()
        assert place.deliveries.count() == 1


class TestTheFile:
    def test_it_says_all_that_the_law_asks_and_runs_twice(self, place):
        place.person.france_travail_missing, place.person.france_travail_identifier = "", "1234567A"
        place.person.save()
        delivery = welcome.print_papers(place.deliveries.get().pk)
        assert welcome.print_papers(delivery.pk).document_id == delivery.document_id
        pdf = store.read(delivery.document)
        text = words(pdf)
        course = place.session.course
        wanted = ["Convocation", "Règlement intérieur", "Programme", "Dates des cours", "1234567A"]
        wanted += [place.person.full_name, course.objectives[0], "lundi 11 janvier 2027", "Cofinancé"]
        assert [one for one in wanted if one not in text] == []
        with opened(pdf) as document:
            assert str(document.Root.Lang) == "fr"
            assert "pdfuaid" in document.Root.Metadata.read_bytes().decode()

    def test_in_dutch_for_who_reads_dutch(self, session):
        place = sent(session, a_learner(language="nl"))
        text = words(store.read(welcome.print_papers(place.deliveries.get().pk).document))
        assert "Huishoudelijk reglement" in text
        assert "maandag 11 januari 2027" in text
        assert "Règlement" not in text

    def test_what_the_press_refuses_is_told_and_tried_again(self, client, session):
        place = sent(session, a_learner(given_name="ᚠᚢᚦ"))
        delivery = welcome.print_papers(place.deliveries.get().pk)
        assert delivery.document is None
        assert "U+16A0" in delivery.trouble
        assert not welcome.unprinted().exists()
        client.force_login(place.person.user)
        page = client.get(f"/my/enrolments/{place.pk}/").content.decode()
        assert "la coordination le sait" in page
        assert "Revenez dans une minute" not in page
        place.person.given_name = "Futh"
        place.person.save()
        welcome.try_again(session=session)
        assert welcome.print_papers(delivery.pk).document is not None

    def test_the_file_goes_when_its_record_went(self, place):
        delivery = welcome.print_papers(place.deliveries.get().pk)
        assert welcome.forget_papers() == 0
        name = delivery.document.file.name
        place.delete()
        assert welcome.forget_papers() == 1
        assert not Document.objects.exists()
        assert not archive().exists(name)


class TestPages:
    def test_the_learner_opens_them_by_a_button(self, client, place):
        client.force_login(place.person.user)
        page = f"/my/enrolments/{place.pk}/"
        delivery = place.deliveries.get()
        assert "en cours d’impression" in client.get(page).content.decode()
        welcome.print_papers(delivery.pk)
        assert f"/papers/{delivery.pk}/open/" in client.get(page).content.decode()
        answer = client.post(f"/papers/{delivery.pk}/open/", follow=True)
        assert answer["Content-Type"] == "application/pdf"
        assert answer.content.startswith(b"%PDF")
        assert "no-store" in answer["Cache-Control"]
        delivery.refresh_from_db()
        assert delivery.opened_at is not None

    def test_nobody_else_gets_the_file(self, client, place):
        delivery = welcome.print_papers(place.deliveries.get().pk)
        trainer = place.session.trainers.first()
        for user in (
            a_learner().user,
            trainer,
            an_account(role=Role.PRESCRIBER, kind=OrganisationKind.PRESCRIBER),
        ):
            client.force_login(user)
            assert client.get(f"/papers/{delivery.pk}.pdf").status_code == 404
            assert client.post(f"/papers/{delivery.pk}/open/").status_code == 404

    def test_the_office_sees_who_has_what_and_notes_a_hand_over(self, client, session, place):
        client.force_login(a_coordinator())
        page = client.get(f"/admin/sessions/{session.pk}/papers/").content.decode()
        assert place.person.family_name in page
        delivery = place.deliveries.get()
        address = f"/admin/enrolments/papers/{delivery.pk}/hand-over/"
        wrong = client.post(address, {"channel": "BOAT", "on": "31/02/2026"})
        assert wrong.status_code == 200
        assert {"channel", "on"} == set(wrong.context["form"].errors)
        client.post(address, {"channel": "PAPER", "on": timezone.localdate().isoformat()})
        assert place.deliveries.filter(channel=Channel.PAPER).count() == 1
        assert client.post(f"/admin/sessions/{session.pk}/papers/").status_code == 302
