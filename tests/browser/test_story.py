"""The whole story on one database: from the editor who publishes a course to the agency that checks a paper.

The course is a short one of two mornings, so that it can be followed to its end here. Everything that the
story is about is done in a browser by the person who does it in life.
"""

from datetime import date, time
from random import Random
from urllib.parse import urlsplit

import pytest
import zxingcpp
from django.core import mail
from django.urls import reverse
from playwright.sync_api import expect

from accounts.models import Person, User
from certificates.models import Certificate
from cms.models import CataloguePage, CoursePage
from config.demo import story
from tests.browser import addresses
from tests.browser.clock import later
from tests.browser.visitor import DESK, ON, PHONE, Visitor, code_in_letter, write
from tests.documents import paper
from training.domain import progress
from training.enums import Level, Moment, Skill
from training.models import Course, Enrolment, HalfDay, Session

pytestmark = pytest.mark.browser

EMAIL, PASSWORD = "camille.devos@example.org", "trois mots qui vont ensemble"
CODE = "CROISSANT-1"
MONDAY, TUESDAY = date(2026, 12, 7), date(2026, 12, 8)


def test_from_the_editor_to_the_agency(visitor, tmp_path):
    course = a_short_course()
    the_editor_publishes(visitor(language="nl", size=DESK), course)
    the_coordinator_plans(visitor(language="fr", size=DESK), course)
    learner = visitor(language="fr", size=PHONE)
    a_jobseeker_finds_the_course_and_signs_up(learner, course)
    she_enrols_step_by_step(learner)
    the_confirmation_brings_the_dates()
    two_others_enrol()
    with later(MONDAY, time(9, 20)):
        the_trainer_takes_the_register(visitor(language="nl", size=PHONE))
    with later(TUESDAY, time(9, 20)):
        the_trainer_takes_the_second_register_and_the_levels(visitor(language="nl", size=PHONE))
    with later(date(2026, 12, 9)):
        the_coordinator_issues(visitor(language="fr", size=DESK))
        downloaded = she_downloads_her_certificate(visitor(language="fr", size=PHONE))
        agency = visitor(language="nl", size=DESK)
        agency.sign_in(addresses.AGENCY)
        first = paper_of(EMAIL)
        the_agency_types_the_code(agency, first)
        the_agency_scans_the_square(agency, downloaded)
        the_coordinator_replaces(visitor(language="fr", size=DESK), first)
        the_agency_sees_that_it_was_replaced(agency, first)
        second = paper_of(EMAIL)
        the_coordinator_revokes(visitor(language="fr", size=DESK), second)
        the_agency_sees_that_it_was_revoked(agency, second)
        the_agency_types_nonsense(agency)


# Before anybody comes


def a_short_course() -> Course:
    """Two mornings, for the rest as a course of the school."""
    course = Course.objects.get(code="logistique-a1")
    can_dos = course.can_dos.all()
    course.pk, course.code, course.minutes = None, "croissant", 360
    course.title_fr, course.title_nl = "Le néerlandais de la boulangerie", "Nederlands in de bakkerij"
    course.save()
    course.can_dos.set(can_dos)
    return course


def the_editor_publishes(one: Visitor, course: Course) -> None:
    """In French, then the translation; both trees are online at the same moment."""
    one.sign_in(addresses.EDITOR)
    shelf = CataloguePage.objects.get(locale__language_code="fr")
    page = one.go(reverse("wagtailadmin_pages:add", args=["cms", "coursepage", shelf.pk]))
    one.refusals.add(page.url)  # Wagtail saves while one types, and is refused at first
    page.locator("[name=course]").select_option(str(course.pk))
    page.locator("[name=title]").press_sequentially(course.title_fr)
    expect(page.locator("[name=slug]")).to_have_value("le-neerlandais-de-la-boulangerie")
    save(one)
    french = CoursePage.objects.get(course=course)
    assert french.slug == "le-neerlandais-de-la-boulangerie"
    assert not french.live

    one.go(reverse("simple_translation:submit_page_translation", args=[french.pk]))
    page.locator("main form input[name=locales]").first.check()
    one.follow(page.locator("main form [type=submit]").first)
    dutch = CoursePage.objects.get(course=course, locale__language_code="nl")
    one.go(reverse("wagtailadmin_pages:edit", args=[dutch.pk]))
    page.locator("[name=title]").fill(course.title_nl)
    page.get_by_role("tab", name="Eigenschappen").click()
    page.locator("[name=slug]").fill("bakkerij")
    page.get_by_role("tab", name="Instellingen").click()
    page.locator("[name=ready]").check()
    save(one)

    one.go(reverse("wagtailadmin_pages:edit", args=[french.pk]))
    publish(one)
    for tree in CoursePage.objects.filter(course=course):
        assert tree.live
    assert course.title_nl in one.go(addresses.catalogue("nl")).inner_text("main")


def save(one: Visitor) -> None:
    """As a draft; the page says so when it is kept."""
    one.page.locator("footer button.action-save").first.click()
    one.page.locator(".messages .success").first.wait_for()


def publish(one: Visitor) -> None:
    """The button "publish" hides behind the arrow beside "save"."""
    one.page.locator("form[data-edit-form] footer [data-w-dropdown-target=toggle]").first.click()
    one.page.locator("button[name=action-publish]").click()
    one.page.locator(".messages .success").first.wait_for()


def the_coordinator_plans(one: Visitor, course: Course) -> None:
    one.sign_in(addresses.COORDINATOR)
    page = one.go(f"{reverse('sessions_office:add')}?course={course.pk}")
    known = Session.objects.get(code=addresses.RUNNING)
    trainer = User.objects.get(email=addresses.TRAINER)
    page.locator("[name=code]").fill(CODE)
    page.locator("[name=provider]").select_option(str(known.provider_id))
    page.locator("[name=room]").select_option(label=str(Session.objects.get(code=addresses.OPEN).room))
    page.locator(f'[name=trainers][value="{trainer.pk}"]').check()
    page.locator("[name=minimum_group]").fill("1")
    page.locator("[name=starts_on]").fill(MONDAY.isoformat())
    for day in (0, 1):
        page.locator(f'[name=slots][value="{day}-AM"]').check()
    page.locator("[name=AM_until]").fill("12:00")
    for button in ("preview", "create"):
        one.follow(page.locator(f"button[name={button}]"))
    session = Session.objects.get(code=CODE)
    assert [one.date for one in session.half_days.order_by("date")] == [MONDAY, TUESDAY]
    one.follow(page.locator(f"form[action='{reverse('sessions_office:publish', args=[session.pk])}'] button"))
    session.refresh_from_db()
    assert session.published_at


# The learner


def a_jobseeker_finds_the_course_and_signs_up(one: Visitor, course: Course) -> None:
    page = one.go("/fr/")
    page.get_by_role("button", name="Menu").click()
    one.follow(page.locator(f".site-nav a[href='{addresses.catalogue('fr')}']"))
    page.locator("#catalogue-q").fill("boulangerie")
    page.locator("#catalogue-q").press("Enter")
    page.wait_for_url("**q=boulangerie*")
    one.follow(page.get_by_role("link", name=course.title_fr).first)
    one.follow(page.get_by_role("link", name="S’inscrire").first)
    page.wait_for_url(f"**/enrol/{CODE}/")
    one.follow(page.get_by_role("link", name="Créer mon compte"))
    page.locator("[name=email]").fill(EMAIL)
    page.locator("[name=password1]").fill(PASSWORD)
    one.press_main_button()
    page.locator("[name=code]").fill(code_in_letter(EMAIL))
    one.press_main_button()
    assert one.path() == f"/enrol/{CODE}/identity/"


def she_enrols_step_by_step(one: Visitor) -> None:
    steps = [
        {"given_name": "Camille", "family_name": "Devos", "birth_date_day": "4", "birth_date_month": "10",
         "birth_date_year": "1992"},
        {"place": "Bergues", "france_travail_missing": "NOT_REGISTERED", "phone": "06 12 34 56 78"},
        {"free": "all", "motivation": "Je suis boulangère et je veux travailler à Veurne."},
        {"privacy": ON},
    ]  # fmt: skip
    for answers in steps:
        for name, answer in answers.items():
            write(one.page.locator("main form"), name, answer)
        one.press_main_button()
        assert one.page.locator(".form-errors").all_inner_texts() == []
    assert one.path() == f"/enrol/{CODE}/sent/"
    assert "Vous avez une place" in one.page.inner_text("h1")
    one.follow(one.page.get_by_role("link", name="Voir mon inscription"))
    assert one.page.locator("html").get_attribute("lang") == "fr"


def the_confirmation_brings_the_dates() -> None:
    letter = next(one for one in reversed(mail.outbox) if EMAIL in one.to)
    calendars = [part for part in letter.attachments if str(part[0]).endswith(".ics")]
    assert len(calendars) == 1
    content = calendars[0][1]
    text = content if isinstance(content, str) else content.decode()
    assert text.count("BEGIN:VEVENT") == 2
    assert "boulangerie" in letter.body
    assert "Devos" not in letter.subject


def two_others_enrol() -> None:
    for person in others():
        story.enrol(session=session(), person=person, day=date(2026, 11, 25), rng=Random(1))
    assert session().enrolments.seated().count() == 3


def others() -> list[Person]:
    return list(Person.objects.filter(family_name__in=["Bultez", "Dehaene"]).order_by("family_name"))


def session() -> Session:
    return Session.objects.get(code=CODE)


def of(email: str) -> Enrolment:
    return Enrolment.objects.get(session__code=CODE, person__user__email=email)


# The course


def the_trainer_takes_the_register(one: Visitor) -> None:
    """Signed in, she is at "today"; everybody counts as present until she says otherwise."""
    page = one.sign_in(addresses.TRAINER)
    page.wait_for_url("**/trainer/")
    lesson = HalfDay.objects.get(session=session(), date=MONDAY)
    one.follow(page.locator(f"main a[href='{reverse('register', args=[lesson.pk])}']").first)
    page.get_by_text("3 aanwezig").first.wait_for()
    absent, late = of(others()[0].user.email), of(EMAIL)
    exception(one, absent, "button[name=absence_code][value=J_SICK]")
    page.get_by_text("1 afwezig").first.wait_for()
    exception(one, late, "button[name=minutes_late][value='10']")
    page.locator(f"#person-{late.pk}").get_by_text("10 min").first.wait_for()
    one.close_register(heads=2)
    lesson.refresh_from_db()
    assert lesson.is_closed
    assert of(EMAIL).marks.get().minutes_late == 10


def exception(one: Visitor, enrolment: Enrolment, button: str) -> None:
    person = one.page.locator(f"#person-{enrolment.pk}")
    person.locator("button[popovertarget]").first.click()
    person.locator(button).click()


def the_trainer_takes_the_second_register_and_the_levels(one: Visitor) -> None:
    page = one.sign_in(addresses.TRAINER)
    lesson = HalfDay.objects.get(session=session(), closed_at=None)
    one.follow(page.locator(f"main a[href='{reverse('register', args=[lesson.pk])}']").first)
    page.locator("form[action$='/everybody/'] button").click()
    page.get_by_text("3 aanwezig").first.wait_for()
    one.close_register(heads=3)
    record(one, of(EMAIL), Moment.ENTRY, Level.A0)
    record(one, of(EMAIL), Moment.EXIT, Level.A1)
    trainer = User.objects.get(email=addresses.TRAINER)
    for moment, level in ((Moment.ENTRY, Level.A0), (Moment.EXIT, Level.A1)):
        for skill in Skill:
            progress.record(
                enrolment=of(others()[1].user.email), moment=moment, skill=skill, level=level, by=trainer,
                assessed_on=TUESDAY,
            )  # fmt: skip


def record(one: Visitor, enrolment: Enrolment, moment: Moment, level: Level) -> None:
    one.go(f"/trainer/sessions/{CODE}/")
    one.follow(one.page.locator(f"#person-{enrolment.pk} a[href$='/levels/']"))
    one.follow(one.page.locator(f"main a[href='?moment={moment}']"))
    for skill in Skill:
        one.page.locator(f"main [name={skill}]").select_option(level)
    one.press_main_button()
    assert progress.profile(enrolment).skills[0].at(moment) == level


# The certificate


def the_coordinator_issues(one: Visitor) -> None:
    """Two are ready, one lacks hours and levels; the page says of each what became of them."""
    one.sign_in(addresses.COORDINATOR)
    page = one.go(reverse("issuing_office:inspect", args=[session().pk]))
    assert page.locator("main input[name=enrolment]").count() == 2
    one.follow(page.locator("main form[action$='/place_order/'] button, main form button.button").last)
    assert page.locator("main progress").get_attribute("value") == "2"
    results = page.locator("main table tbody tr")
    assert results.count() == 2
    for name in ("Camille Devos", "Fanny Dehaene"):
        row = results.filter(has_text=name)
        assert row.locator("a[href$='.pdf']").count() == 1


def she_downloads_her_certificate(one: Visitor) -> bytes:
    page = one.go("/account/login/")
    page.locator("[name=login]").fill(EMAIL)
    page.locator("[name=password]").fill(PASSWORD)
    one.press_main_button()
    one.go("/my/")
    href = page.locator("main a[href$='.pdf']").first.get_attribute("href")
    answer = page.request.get(one.address + href)
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.body().startswith(b"%PDF-")
    with paper.opened(answer.body()) as document:
        assert document.Root.MarkInfo.Marked
    words = paper.words(answer.body())
    assert "Camille Devos" in words
    assert paper_of(EMAIL).grouped_code in words
    return answer.body()


def paper_of(email: str) -> Certificate:
    return Certificate.objects.filter(enrolment__person__user__email=email).order_by("-pk")[0]


# The agency


def the_agency_types_the_code(one: Visitor, certificate: Certificate) -> None:
    """As people do: small letters, spaces, O for 0 and L or I for 1."""
    one.go("/account/agency/")
    one.follow(one.page.locator("main a[href='/v/']"))
    typed = " ".join(certificate.code.replace("0", "O").replace("1", "l")).lower()
    one.page.locator("[name=code]").fill(f" {typed} ")
    one.press_main_button()
    assert verdict(one) == "Geldig"
    assert "Camille Devos" in one.page.inner_text("main")
    assert "Nederlands in de bakkerij" in one.page.inner_text("main")


def the_agency_scans_the_square(one: Visitor, downloaded: bytes) -> None:
    """From a screen at 100 dots an inch; then the same file is held against what was issued."""
    (found,) = zxingcpp.read_barcodes(paper.seen(downloaded, dpi=100))
    page = one.go(urlsplit(found.text).path)
    assert verdict(one) == "Geldig"
    page.locator("input[type=file]").set_input_files(
        {"name": "attest.pdf", "mimeType": "application/pdf", "buffer": downloaded}
    )
    page.locator("form[enctype] button").click()
    expect(page.locator("[data-file-same]")).to_contain_text("Dit is het bestand dat is uitgereikt")


def the_agency_sees_that_it_was_replaced(one: Visitor, certificate: Certificate) -> None:
    """And what stands in its place."""
    one.go(f"/v/{certificate.grouped_code}")
    assert verdict(one) == "Vervangen"
    one.follow(one.page.locator("main .actions a"))
    assert verdict(one) == "Geldig"


def the_agency_sees_that_it_was_revoked(one: Visitor, certificate: Certificate) -> None:
    one.go(f"/v/{certificate.code}")
    assert verdict(one) == "Ingetrokken"
    assert "A1" not in one.page.inner_text(".proof-body")


def the_agency_types_nonsense(one: Visitor) -> None:
    one.go("/v/")
    one.page.locator("[name=code]").fill("wat een mooie dag")
    one.press_main_button()
    assert verdict(one) == "Onbekende code"


def verdict(one: Visitor) -> str:
    assert one.page.locator("html").get_attribute("lang") == "nl"
    return one.page.inner_text(".verdict h1")


def the_coordinator_replaces(one: Visitor, certificate: Certificate) -> None:
    answer_question(one, "certificates_office:replace", certificate)


def the_coordinator_revokes(one: Visitor, certificate: Certificate) -> None:
    answer_question(one, "certificates_office:revoke", certificate)


def answer_question(one: Visitor, name: str, certificate: Certificate) -> None:
    one.carry_key(addresses.COORDINATOR)
    one.go(reverse(name, args=[certificate.pk]))
    one.page.locator("main [name=reason]").first.check()
    one.follow(one.page.locator("main form button.no"))
    one.carry_key(addresses.ADMINISTRATOR)
    asked = certificate.revocation_requests.waiting().get()
    one.go(reverse("certificates_office:confirm", args=[asked.pk]))
    one.follow(one.page.locator("main form button.no"))
