"""Letters about certificates. Subjects carry no personal data; the file itself stays behind the sign-in."""

from django.conf import settings
from django.urls import reverse
from django.utils.functional import lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.bilingual import reader_language
from accounts.days import said
from accounts.domain.letters import Filled, Gap, Letter, Words, register
from certificates.domain import letters
from certificates.models import Certificate

SAMPLE_CODE = "7Q2K-M4XA-9TWD"


def _sample_news() -> str:
    return _first_one({"title": _("Dutch in the warehouse")})


def _first_one(facts: dict) -> str:
    return _("Your certificate for “%(title)s” is ready. It is yours for good.") % facts


def _new_one(facts: dict) -> str:
    sentence = _(
        "A new certificate for “%(title)s” is ready. It takes the place of the one you had, "
        "which is no longer valid."
    )
    return sentence % facts


GIVEN_NAME = Gap(gettext_lazy("given name of the holder"), sample="Lina", is_needed=False, is_private=True)


class CertificateLetter(Letter):
    """`leads_to_file`: the button gives the file; the code and where it is checked stand in the table."""

    greets = False
    to = gettext_lazy("The holder of the certificate")

    @classmethod
    def fill(cls, ids: dict) -> Filled:
        certificate = Certificate.objects.select_related("replaces").get(pk=ids["certificate"])
        facts = certificate.facts
        shared = {"given_name": facts["holder_given_name"], "title": facts[f"title_{reader_language()}"]}
        return Filled(
            values=shared | cls.values(certificate, shared),
            url=cls.url(certificate),
            facts=_verification(certificate.grouped_code, certificate.code),
        )

    @classmethod
    def values(cls, certificate: Certificate, shared: dict) -> dict[str, Words]:
        raise NotImplementedError

    @classmethod
    def url(cls, certificate: Certificate) -> str:
        return ""

    @classmethod
    def sample_facts(cls) -> list[tuple[Words, Words]]:
        return _verification(SAMPLE_CODE, SAMPLE_CODE)


@register
class Issued(CertificateLetter):
    kind = letters.ISSUED
    name = gettext_lazy("Certificate ready")
    gaps = {
        "given_name": GIVEN_NAME,
        "news": Gap(
            gettext_lazy("that it is ready, with the title of the course; that it replaces another"),
            sample=lazy(_sample_news, str)(),
        ),
    }
    subject = gettext_lazy("Your certificate is ready")
    heading = gettext_lazy("Well done, %(given_name)s")
    body = ("{news}",)
    button = gettext_lazy("Download my certificate")
    closing = (
        gettext_lazy(
            "Show it to an agency or an employer: they scan the square code, or type this one, and see at "
            "once that it is genuine."
        ),
    )

    @classmethod
    def values(cls, certificate: Certificate, shared: dict) -> dict[str, Words]:
        news = _new_one if hasattr(certificate, "replaces") else _first_one
        return {"news": news(shared)}

    @classmethod
    def url(cls, certificate: Certificate) -> str:
        return settings.SITE_URL + reverse("certificate_file", args=[certificate.pk])


@register
class Revoked(CertificateLetter):
    kind = letters.REVOKED
    name = gettext_lazy("Certificate no longer valid")
    gaps = {
        "given_name": GIVEN_NAME,
        "title": Gap(gettext_lazy("title of the course"), sample=gettext_lazy("Dutch in the warehouse")),
        "issued": Gap(gettext_lazy("day of issue"), sample="2. 3. 2027"),
        "revoked": Gap(gettext_lazy("day on which it was revoked"), sample="5. 3. 2027"),
    }
    subject = gettext_lazy("A certificate is no longer valid")
    heading = gettext_lazy("Good day, %(given_name)s")
    body = (
        gettext_lazy(
            "The certificate for “%(title)s” that we issued on %(issued)s is no longer valid since "
            "%(revoked)s. Who checks it sees that."
        ),
        gettext_lazy(
            "Do not show it any more. If you do not know why, or do not agree, answer this message: we will "
            "look at it with you."
        ),
    )

    @classmethod
    def values(cls, certificate: Certificate, shared: dict) -> dict[str, Words]:
        return {"issued": said(certificate.issued_at), "revoked": said(certificate.revoked_at)}


def _verification(shown: str, code: str) -> list[tuple[Words, Words]]:
    where = settings.SITE_URL + reverse("verify_code", args=[code])
    return [(_("Verification code"), shown), (_("Checked at"), where)]
