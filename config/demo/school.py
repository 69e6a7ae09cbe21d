"""The demo school as a whole: built once, through the site's verbs, in the order of events."""

import random
from datetime import date, timedelta

from django.utils import timezone

from accounts.models import Organisation, Person, User
from certificates.domain import issuing, revoking, templates
from certificates.enums import AttestationKind, RevocationReason, Wish
from certificates.models import Certificate
from cms.domain import building
from config.demo import (
    absences,
    courses,
    files,
    learning,
    organisations,
    people,
    placement,
    registers,
    sessions,
    signatures,
    story,
)
from config.demo.clock import on
from training.domain import feeds
from training.enums import Moment
from training.models import Session

SEED = 2009  # the year the grouping was founded
LONG_AGO = timedelta(days=400)


def exists() -> bool:
    return Session.objects.filter(code=sessions.PLANS[0].code).exists()


def build(today: date | None = None) -> None:
    """Builds everything around `today`. Call it inside one transaction: a school half built is none."""
    today = today or timezone.localdate()
    rng = random.Random(SEED)
    with on(today - LONG_AGO):
        bodies = organisations.build()
        staff = people.build_staff(bodies)
        templates.publish_built_in(by=staff["Hélène"])
        learners = people.build_learners()
        programmes = courses.build()
    dated = sessions.build(courses=programmes, organisations=bodies, staff=staff, today=today)
    partner = bodies["prescriber"]
    finished_session(dated["LOG-A1-DK"], learners[:12], staff, today, rng, sent_by=partner)
    running_session(dated["AGRO-A1-VE"], learners[12:23], staff, today, rng, sent_by=partner)
    open_sessions(dated, learners, today, rng, sent_by=partner)
    moved = dated["AGRO-A1-VE"].enrolments.filter(referred_by=partner).latest("queue_position")
    story.change_rhythm(one=moved, to=dated["LOG-A2-DK"], by=staff["Hélène"], today=today)
    story.ask_for_more(session=dated["BAT-A1-PO"], by=staff["Hélène"], today=today)
    story.wait(full=dated["AGRO-A2-HO"], open_to_any=learners[38], today=today)
    story.keep_a_chair(session=dated["LOG-A2-DK"], partner=partner, today=today)
    story.tell_france_travail([dated["LOG-A1-DK"], dated["AGRO-A1-VE"]], by=staff["Hélène"])
    story.print_papers(dated["AGRO-A2-HO"])
    story.show_papers(dated["AGRO-A2-HO"], dated["BAT-A1-PO"], today=today)
    sent = {"partner": partner, "by": staff["Karim"], "caller": staff["Hélène"], "today": today}
    story.send_from_outside(session=dated["BAT-A1-PO"], shared=learners[0].user.email, **sent)
    with on(today - timedelta(days=9)):
        people.enter_twice(learners)
    files.build(by=staff["Hélène"])
    feeds.make(user=learners[13].user)
    building.build_site()


def finished_session(
    session: Session,
    learners: list[Person],
    staff: dict[str, User],
    today: date,
    rng,
    *,
    sent_by: Organisation,
) -> None:
    """Twelve began; one found work before the end; the others were assessed and the ready ones certified."""
    trainer, coordinator = staff["Lieselot"], staff["Hélène"]
    enrolments = story.fill(session=session, people=learners, today=today, rng=rng)
    story.send([enrolments[5], enrolments[7]], partner=sent_by)
    first, last = session.first_day, session.last_day
    halfway = first + (last - first) / 2
    assess = {"session": session, "trainer": trainer, "rng": rng}
    story.assess(moment=Moment.ENTRY, levels=["A0", "PRE_A1"], day=first, **assess)
    story.teach(session=session, trainer=trainer, until=halfway, rng=rng)
    story.leave_for_work(one=enrolments[7], by=coordinator, day=halfway)
    story.teach(session=session, trainer=trainer, until=last + timedelta(days=1), rng=rng)
    story.assess(moment=Moment.EXIT, levels=["A1.2", "A1", "A1"], day=last, **assess)
    learning.learn(session=session, trainer=trainer, until=last + timedelta(days=1))
    certify(session=session, staff=staff, day=last + timedelta(days=2))
    learning.end(session=session, by=coordinator, day=last + timedelta(days=3))
    graduate = enrolments[0].person
    registers.certify_months(
        session=session, by=coordinator, day=last + timedelta(days=2), printed_for=graduate
    )
    ordered = {"by": coordinator, "day": last + timedelta(days=2)}
    registers.attest(kind=AttestationKind.REALISATION, enrolments=enrolments[:3], **ordered)
    registers.attest(kind=AttestationKind.ATTENDANCE, enrolments=enrolments[:2], **ordered)
    registers.attest(kind=AttestationKind.PROFILE, enrolments=enrolments[:1], **ordered)
    signatures.correct(session=session, trainer=trainer, day=last + timedelta(days=4))
    registers.file_a_packet(session=session, trainer=trainer, day=last + timedelta(days=5), due=2)


def certify(*, session: Session, staff: dict[str, User], day: date) -> None:
    """The coordinator issues; later one is corrected and one revoked; one waits for a second person."""
    coordinator, administrator = staff["Hélène"], staff["Sophie"]
    with on(day):
        batch = issuing.order(session=session, enrolments=session.enrolments.seated(), by=coordinator)
        issuing.run_batch(batch.pk)
    issued = list(Certificate.objects.filter(enrolment__session=session).order_by("pk"))
    with on(day + timedelta(days=3)):
        for certificate, wish, reason in (
            (issued[1], Wish.REPLACE, RevocationReason.ERROR_IN_DATA),
            (issued[2], Wish.REVOKE, RevocationReason.HOLDER_REQUEST),
        ):
            asked = revoking.ask(certificate=certificate, by=coordinator, wish=wish, reason=reason)
            revoking.confirm(request=asked, by=administrator)
            revoking.carry_out(asked.pk)
    revoking.ask(
        certificate=issued[3], by=administrator, wish=Wish.REPLACE, reason=RevocationReason.ERROR_IN_DATA
    )


def running_session(
    session: Session,
    learners: list[Person],
    staff: dict[str, User],
    today: date,
    rng,
    *,
    sent_by: Organisation,
) -> None:
    """In its fifth week: the last register and today's are for the visitor to take, at any hour."""
    trainer = staff["Lieselot"]
    enrolments = story.fill(session=session, people=learners, today=today, rng=rng)
    story.send(enrolments[2:5], partner=sent_by)
    placement.build(running=session, today=today, rng=random.Random(SEED))
    assess = {"session": session, "trainer": trainer, "rng": rng}
    story.assess(moment=Moment.ENTRY, levels=["A0", "A0", "PRE_A1"], day=session.first_day, **assess)
    last = session.half_days.held().filter(date__lt=today).latest("date")
    lessons = list(session.half_days.held().filter(date__lt=last.date).order_by("date"))[-2:]
    missed = absences.missed(enrolments, lessons)
    story.teach(session=session, trainer=trainer, until=last.date, rng=rng, missed=missed)
    absences.follow_up(enrolments, missed_on=lessons[-1].date, by=staff["Hélène"], today=today)
    week_ago = last.date - timedelta(days=7)
    learning.learn(session=session, trainer=trainer, until=last.date)
    learning.evaluate_midway(session=session, trainer=trainer, day=week_ago, ahead=enrolments[8])
    learning.judge_themselves([enrolments[1], *enrolments[9:]], today=today)
    learning.ask_for_presence(session=session, by=staff["Hélène"], today=today)
    learning.show_a_paper(enrolments[1], trainer=trainer, today=today)
    learning.wish(enrolments[:4], ["H3302", "H2102", "N1103"], today=today)
    registers.bring_a_sheet_back(session=session, trainer=trainer)


def open_sessions(
    dated: dict[str, Session], learners: list[Person], today: date, rng, *, sent_by: Organisation
) -> None:
    """One full with a waiting list of three, one half full, one where the coordinator decides: one of
    the three who ask there lives elsewhere than its conditions say. Some of the finished session go on:
    three in a group that is too small, two online."""
    full = learners[:3] + learners[23:33]
    waiting = story.fill(session=dated["AGRO-A2-HO"], people=full, today=today, rng=rng)[-1]
    evening = learners[3:6] + learners[33:36]
    with_a_place = story.fill(session=dated["LOG-A2-DK"], people=evening, today=today, rng=rng)[-1]
    story.send([waiting, with_a_place], partner=sent_by)
    story.set_conditions(session=dated["BAT-A1-PO"])
    story.fill(session=dated["BAT-A1-PO"], people=learners[36:39], today=today, rng=rng)
    story.fill(session=dated["LOG-A2-PO"], people=learners[8:11], today=today, rng=rng)
    story.fill(session=dated["AGRO-A1-WEB"], people=[learners[6], learners[11]], today=today, rng=rng)
