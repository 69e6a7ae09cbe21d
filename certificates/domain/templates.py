"""Templates of papers: begun as a draft, changed, published; what is issued from then on is frozen with it.

A version that was published never changes, and no paper that was issued does when another one is.
"""

from dataclasses import replace
from typing import Any

from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import Organisation, User
from certificates.domain.office import refuse_stranger
from certificates.exceptions import Refusal
from certificates.models import Template, TemplateVersion
from documents import designs, logos
from documents.exceptions import PressRefusal
from documents.facts import Design, Worded
from documents.sheets import SHEETS, Sheet

Words = dict[str, dict[str, str]]  # by name of the phrase, then by language
CHANGED = "changed"  # the code of a refusal: somebody else was quicker


def papers() -> dict[str, Sheet]:
    """What can be designed, by name."""
    return {name: sheet for name, sheet in SHEETS.items() if sheet.phrases}


def design_for(paper: str, provider: Organisation) -> Design | None:
    """How this paper of this provider looks today; None: as it is built in, nobody made a template.

    The provider's own template, else the one for all. Raises Refusal, naming the first text that is missing,
    when it was never published or a text has come that it does not have.
    """
    has_versions = Exists(TemplateVersion.objects.filter(template=OuterRef("pk")))
    theirs_first = Template.objects.filter(has_versions, paper=paper).order_by(
        F("provider").asc(nulls_last=True)
    )
    template = theirs_first.filter(Q(provider=provider) | Q(provider=None)).first()
    if template is None:
        return None
    version = template.versions.published().first()
    if version is None:
        lacks = [str(each) for draft in template.versions.drafts() for each in troubles(draft)]
        raise Refusal(
            " ".join([str(_("The template of this paper is not published yet.")), *lacks[:1]]),
            code="template",
        )
    refuse_troubles(version)
    return Design.from_json(version.design)


@transaction.atomic
def begin_version(*, paper: str, provider: Organisation | None, by: User | None) -> TemplateVersion:
    """A draft with the words of the version that counts, else the built-in ones. Idempotent: the draft that
    is there already. Holds the row of the template.
    """
    if by:
        refuse_stranger(by)
    made, _is_new = Template.objects.get_or_create(paper=paper, provider=provider)
    template = _locked(made)
    if draft := template.versions.drafts().first():
        return draft
    newest = template.versions.published().first()
    return _draft(template, Design.from_json(newest.design) if newest else _built_in(template), by=by)


@transaction.atomic
def copy(*, version: TemplateVersion, by: User) -> TemplateVersion:
    """A draft that looks and is worded as an earlier version. Holds the row of the template.

    Raises Refusal while there is a draft: what somebody typed there is not thrown away unasked.
    """
    refuse_stranger(by)
    template = _locked(version.template)
    if template.versions.drafts().exists():
        raise Refusal(_("There is a draft already: publish it or throw it away first."), code="draft")
    return _draft(template, Design.from_json(version.design), by=by)


@transaction.atomic
def change(
    *, version: TemplateVersion, by: User | None, words: Words | None = None, seen: str = "", **looks: Any
) -> TemplateVersion:
    """The draft with these words, and with these other fields of `documents.facts.Design` in `looks`.

    What is still missing or wrong is kept as it was typed: see `troubles`. `seen`: the `design_sha256` of the
    draft that the writer began from. Raises Refusal, with nothing written, for a version that was published,
    or with code CHANGED when somebody else changed the draft since. Idempotent: what the draft says already,
    sent twice by a double click, is no conflict.
    """
    if by:
        refuse_stranger(by)
    draft = _locked_draft(version)
    design = Design.from_json(draft.design)
    before = {each.name: {"fr": each.fr, "nl": each.nl} for each in design.words}
    typed = {name: before.get(name, {}) | both for name, both in (words or {}).items()}
    worded = tuple(
        Worded(name=name, fr=both.get("fr", "").strip(), nl=both.get("nl", "").strip())
        for name, both in (before | typed).items()
    )
    written = replace(design, words=worded, **looks).to_json()
    if written == draft.design:
        return draft
    _refuse_unseen(draft, seen)
    draft.design = written
    draft.changed_at, draft.changed_by = timezone.now(), by
    draft.save()
    return draft


def keep_picture(*, content: bytes, by: User) -> str:
    """Puts a logo away for `change`; its hash. Idempotent. Raises Refusal for what cannot be printed."""
    refuse_stranger(by)
    try:
        return logos.keep(content)
    except PressRefusal as refusal:
        raise Refusal(refusal.sentence, code="picture") from refusal


@transaction.atomic
def discard(*, version: TemplateVersion, by: User) -> None:
    """Throws a draft away; the published version counts as before. Raises Refusal for a published one."""
    refuse_stranger(by)
    _locked_draft(version).delete()


@transaction.atomic
def publish(*, version: TemplateVersion, by: User | None, seen: str = "") -> TemplateVersion:
    """From now on this version counts. Raises Refusal that names the texts that are missing or do not fit,
    or with code CHANGED when the draft is no longer the one that was `seen`.
    """
    if by:
        refuse_stranger(by)
    draft = _locked_draft(version)
    _refuse_unseen(draft, seen)
    refuse_troubles(draft)
    draft.published_at, draft.published_by = timezone.now(), by
    draft.save()
    return draft


def publish_built_in(*, by: User | None = None) -> list[TemplateVersion]:
    """The papers as they are built in, for every paper that has no template for all: something to see and to
    change, on a new installation. Idempotent.
    """
    known = Template.objects.filter(provider=None, versions__isnull=False).values_list("paper", flat=True)
    return [
        publish(version=begin_version(paper=paper, provider=None, by=by), by=by)
        for paper in sorted(papers().keys() - set(known))
    ]


def troubles(version: TemplateVersion) -> list:
    """What keeps a version from being printed, a sentence for each text, signatory and logo."""
    return list(designs.troubles(SHEETS[version.template.paper], Design.from_json(version.design)))


def refuse_troubles(version: TemplateVersion) -> None:
    if found := troubles(version):
        raise Refusal(" ".join(map(str, found)), code="template")


def _draft(template: Template, design: Design, *, by: User | None) -> TemplateVersion:
    newest = template.versions.first()
    number = newest.number + 1 if newest else 1
    return TemplateVersion.objects.create(
        template=template,
        number=number,
        design=replace(design, number=number).to_json(),
        changed_at=timezone.now(),
        changed_by=by,
    )


def _built_in(template: Template) -> Design:
    sheet = SHEETS[template.paper]
    return Design(
        template=template.pk,
        number=1,
        layout=next(iter(sheet.layouts)),
        emblem=next(iter(sheet.emblems)),
        words=tuple(Worded(name=name, **phrase.built_in()) for name, phrase in sheet.phrases.items()),
    )


def _locked(template: Template) -> Template:
    return Template.objects.select_for_update(of=("self",), no_key=True).get(pk=template.pk)


def _locked_draft(version: TemplateVersion) -> TemplateVersion:
    rows = TemplateVersion.objects.select_for_update(of=("self",), no_key=True).select_related("template")
    fresh = rows.filter(pk=version.pk).first()
    if fresh is None:
        raise Refusal(_("This draft was thrown away."), code="gone")
    if not fresh.is_draft:
        raise Refusal(_("A published version never changes: begin a new one."), code="published")
    return fresh


def _refuse_unseen(draft: TemplateVersion, seen: str) -> None:
    if seen and seen != draft.design_sha256:
        raise Refusal(_("This draft was changed since you opened it."), code=CHANGED)
