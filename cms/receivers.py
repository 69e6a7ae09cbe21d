"""What retires the kept pages: something published, something planned, a place taken or freed."""

from django.db.models.signals import m2m_changed, post_delete, post_save
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, PageViewRestriction, Site
from wagtail.search import index
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from accounts.models import Organisation
from cms.domain import version
from cms.models import ContactSettings, CoursePage, FundingSettings
from training.models import (
    CanDo,
    Conditions,
    Course,
    HalfDay,
    Occupation,
    Reservation,
    Room,
    Sector,
    Session,
    SkippedDay,
)
from training.signals import enrolment_changed, seat_freed

SHOWN = (
    Course, Sector, Occupation, CanDo, Session, Conditions, HalfDay, SkippedDay, Reservation, Room,
    Organisation, FundingSettings, ContactSettings, Site, Redirect, PageViewRestriction,
)  # fmt: skip


def retire(**_news) -> None:
    version.bump_on_commit()


def index_pages(*, instance: Course, **_news) -> None:
    """The words of a course are found through its pages."""
    for page in CoursePage.objects.filter(course=instance).order_by("pk"):
        index.insert_or_update_object(page)


def connect() -> None:
    for signal in (page_published, page_unpublished, page_slug_changed, post_page_move):
        signal.connect(retire, dispatch_uid="cms.retire")
    for signal in (enrolment_changed, seat_freed):
        signal.connect(retire, dispatch_uid="cms.retire")
    for model in SHOWN:
        for signal in (post_save, post_delete):
            signal.connect(retire, sender=model, dispatch_uid=f"cms.retire.{model.__name__}")
    post_delete.connect(retire, sender=Page, dispatch_uid="cms.retire.Page")
    for through in (Course.occupations.through, Course.can_dos.through):
        m2m_changed.connect(retire, sender=through, dispatch_uid=f"cms.retire.{through.__name__}")
    post_save.connect(index_pages, sender=Course, dispatch_uid="cms.index_pages")
