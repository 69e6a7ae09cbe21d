"""Each certificate holds the hash of the one its issuer made before: a changed, missing or added one shows.

The papers beside the certificate form a second chain of the same issuer, linked when they are made. What is
hashed of each is said in `records`. The ends stand in the issuer's row, and each night outside the database:
who writes a chain anew, or cuts it off with its end, is found too.

Lock: the issuer's row, one for both chains, the last of a transaction.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from django.db.models import Exists, Model, OuterRef, QuerySet, Subquery
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from rfc8785 import CanonicalizationError

from certificates.domain import records
from certificates.models import Attestation, Certificate, Issuer, RevocationRequest
from documents import store
from documents.exceptions import DocumentAltered
from documents.models import Document
from training.domain import anchors
from training.domain.anchors import End
from training.domain.chain import sha256_of

AT_ONCE = 200  # rows in memory while a chain is read


@dataclass(frozen=True)
class Finding:
    """One thing that is not as it was issued: which record (or issuer), and what, in words; never whose."""

    where: str
    what: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"


@dataclass(frozen=True)
class Chain:
    """The records of one kind of an issuer: the columns of the issuer with the length and the last hash, that
    of a record with its place, what is hashed, and how a record is named and held against what came later.
    """

    title: Promise
    folder: str
    length: str
    last: str
    place: str
    rows: Callable[[Issuer], QuerySet]
    record: Callable[[Model], dict]
    agrees: Callable[[Model], bool]
    name: Callable[[Model], str]
    later: Callable[[Model], Iterator[str]]

    def read(self, issuer: Issuer) -> Iterator[Finding]:
        """Each row and each file once, in the order of the chain. What is appended meanwhile is no fault."""
        end, kept = self.end_of(issuer), anchors.last_known(self.folder).get(issuer.pk)
        number, previous, met = 0, "", {0: ""}
        where = f"{issuer}, {self.title}"
        for record in self.rows(issuer).order_by(self.place, "pk").iterator(chunk_size=AT_ONCE):
            number += 1
            if (stands_at := getattr(record, self.place)) != number:
                yield Finding(where, _("number %(number)d is missing") % {"number": number})
                number = stands_at
            elif record.previous_sha256 != previous:
                yield Finding(self.name(record), _("it does not follow the one before"))
            yield from self.altered(record)
            for what in self.later(record):
                yield Finding(self.name(record), what)
            previous = met[number] = record.record_sha256
        if not end.number <= number <= self.end_of(Issuer.objects.get(pk=issuer.pk)).number:
            said = {"number": number, "issued": end.number}
            yield Finding(where, _("the chain ends at number %(number)d, %(issued)d were issued") % said)
        elif met.get(end.number) != end.hash:
            yield Finding(where, _("the end of the chain is not the one that was written down"))
        if kept and met.get(kept.number) != kept.hash:
            said = {"number": kept.number}
            yield Finding(
                where, _("number %(number)d is not the one that was kept outside the database") % said
            )

    def end_of(self, issuer: Issuer) -> End:
        """As the row of the issuer says."""
        return End(getattr(issuer, self.length), getattr(issuer, self.last))

    def altered(self, record: Model) -> Iterator[Finding]:
        """What of one record is not as it was issued: facts, row or file."""
        if not _holds(record.facts_sha256, record.facts):
            yield Finding(self.name(record), _("its facts were changed"))
        if not (self._holds_itself(record) and self.agrees(record)):
            yield Finding(self.name(record), _("its row was changed"))
        if not _is_kept(record.document):
            yield Finding(self.name(record), _("its file is gone or was changed"))

    def append(self, record: Model, issuer_id: int, **saving) -> None:
        """Gives a record its place after the last one of that issuer, and saves it.

        Locks the row of the issuer until the end of the transaction: two at once follow one another.
        """
        issuer = Issuer.objects.select_for_update(of=("self",), no_key=True).get(pk=issuer_id)
        record.issuer = issuer
        setattr(record, self.place, getattr(issuer, self.length) + 1)
        record.previous_sha256 = getattr(issuer, self.last)
        record.record_sha256 = sha256_of(self.record(record))
        record.save(**saving)
        setattr(issuer, self.length, getattr(record, self.place))
        setattr(issuer, self.last, record.record_sha256)
        issuer.save(update_fields=[self.length, self.last])

    def _holds_itself(self, record: Model) -> bool:
        try:
            return sha256_of(self.record(record)) == record.record_sha256
        except CanonicalizationError:
            return False


def _holds(sha256: str, fact) -> bool:
    try:
        return sha256_of(fact) == sha256
    except CanonicalizationError:
        return False


def _is_kept(document: Document | None) -> bool:
    """Whether the file is the one that was printed."""
    try:
        return document is not None and bool(store.read(document))
    except DocumentAltered:
        return False


# Certificates


def _certificates(issuer: Issuer) -> QuerySet[Certificate]:
    done = RevocationRequest.objects.filter(certificate=OuterRef("pk"), done_at__isnull=False)
    kept = issuer.certificates.select_related("document", "key")
    return kept.annotate(was_taken_back=Exists(done))


def _revocation(certificate: Certificate) -> Iterator[str]:
    if bool(certificate.revoked_at) != certificate.was_taken_back:
        yield _("its revocation is not what two people decided")


CERTIFICATES = Chain(
    title=gettext_lazy("certificates"),
    folder="anchors/certificates",
    length="issued",
    last="last_sha256",
    place="number",
    rows=_certificates,
    record=records.of_certificate,
    agrees=records.certificate_agrees,
    name=str,
    later=_revocation,
)


# Papers


def _papers(issuer: Issuer) -> QuerySet[Attestation]:
    same = Attestation.objects.filter(enrolment=OuterRef("enrolment"), kind=OuterRef("kind"))
    newer = same.filter(number__gt=OuterRef("number"), document__isnull=False).order_by("number")
    kept = issuer.attestations.select_related("document")
    return kept.annotate(newer_made_at=Subquery(newer.values("made_at")[:1]))


def _replacement(paper: Attestation) -> Iterator[str]:
    """A version is replaced in the moment when the next one is made."""
    if paper.replaced_at != paper.newer_made_at:
        yield _("that it was replaced is not what the next version says")


PAPERS = Chain(
    title=gettext_lazy("other papers"),
    folder="anchors/papers",
    length="attested",
    last="last_attested_sha256",
    place="place",
    rows=_papers,
    record=records.of_paper,
    agrees=records.paper_agrees,
    name=records.name_of_paper,
    later=_replacement,
)


CHAINS = (CERTIFICATES, PAPERS)


def append(certificate: Certificate) -> Certificate:
    """Saves a new certificate as the last one of its issuer, whose row stays locked."""
    CERTIFICATES.append(certificate, certificate.issuer_id, force_insert=True)
    return certificate


def append_paper(paper: Attestation) -> None:
    """Saves a paper that has its file now as the last one of the issuer, whose row stays locked."""
    columns = ["document", "made_at", "issuer", "place", "previous_sha256", "record_sha256"]
    PAPERS.append(paper, paper.enrolment.session.provider.issuer.pk, update_fields=columns)


def verify(issuer: Issuer) -> Iterator[Finding]:
    """What of this issuer's certificates and papers is not as it was issued; nothing when all is well."""
    for chain in CHAINS:
        yield from chain.read(issuer)


def keep_ends(issuers: Iterable[Issuer]) -> None:
    """Outside the database, where tomorrow's check looks. Of issuers with nothing found: the last good end of
    another stays known, and its alarm comes back each night.
    """
    for chain in CHAINS:
        ends = {one.pk: chain.end_of(one) for one in issuers}
        anchors.keep({pk: end for pk, end in ends.items() if end.number}, folder=chain.folder)


def altered(certificate: Certificate) -> Iterator[Finding]:
    """What of one certificate is not as it was issued: row, facts or file."""
    return CERTIFICATES.altered(certificate)
