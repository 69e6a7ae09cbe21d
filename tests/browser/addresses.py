"""Where things are in the demo school."""

from wagtail.models import Page

from certificates.enums import RevocationReason
from certificates.models import Certificate
from cms.models import CataloguePage, CoursePage, HomePage, StandardPage
from training.models import Session

RUNNING, FINISHED, FULL, OPEN, ON_DECISION = "AGRO-A1-VE", "LOG-A1-DK", "AGRO-A2-HO", "LOG-A2-DK", "BAT-A1-PO"
SMALL = "LOG-A2-PO"  # too few people, and its first day comes near
LEARNER = "gregory.wallyn@example.org"  # follows the running session
GRADUATE = "yasmine.haddad@example.org"  # holds a certificate, has a place in the full session
NEWCOMER = "sonia.martins@example.org"  # enrolled nowhere
TRAINER = "lieselot.vermeersch@example.org"
OTHER_TRAINER = "matthieu.carpentier@example.org"
COORDINATOR = "helene.vandamme@example.org"
ADMINISTRATOR = "sophie.delacroix@example.org"
EDITOR = "bram.dewulf@example.org"
PRESCRIBER = "karim.benali@example.org"
AGENCY = "els.maertens@example.org"


def page_types(language: str) -> list[str]:
    """One live page of each type in this tree, and every standard page: each is filled differently."""
    pages = Page.objects.live().filter(locale__language_code=language, depth__gt=1).order_by("path")
    kinds = {
        page.pk if page.specific_class is StandardPage else page.specific_class: page.url for page in pages
    }
    return list(kinds.values())


def home(language: str) -> str:
    return HomePage.objects.get(locale__language_code=language).url


def catalogue(language: str) -> str:
    return CataloguePage.objects.get(locale__language_code=language).url


def course(code: str, language: str) -> str:
    """The page of the course that this session teaches."""
    return CoursePage.objects.get(course__sessions__code=code, locale__language_code=language).url


def session(code: str, language: str) -> str:
    return f"{course(code, language)}{code}/"


def certificates() -> dict[str, Certificate]:
    """One of each kind: valid, replaced, revoked."""
    known = Certificate.objects.order_by("pk")
    return {
        "valid": known.get(enrolment__person__user__email=GRADUATE),
        "replaced": known.filter(replaced_by__isnull=False).first(),
        "revoked": known.get(revocation_reason=RevocationReason.HOLDER_REQUEST),
    }


def running() -> Session:
    return Session.objects.get(code=RUNNING)
