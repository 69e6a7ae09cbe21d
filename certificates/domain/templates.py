"""Templates of papers: begun as a draft, changed, published; what is issued from then on is frozen with it.

A version that was published never changes, and no paper that was issued does when another one is.
"""

from dataclasses import replace

from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import Organisation, User
from certificates.domain.office import refuse_stranger
from certificates.exceptions import Refusal
from certificates.models import Template, TemplateVersion
from documents import phrases
from documents.facts import Design, Worded
from documents.sheets import SHEETS

Words = dict[str, dict[str, str]]  # by name of the phrase, then by language


def design_for(paper: str, provider: Organisation) -> Design | None:
    """How this paper of this provider looks today; None: as it is built in, nobody made a template.

    The provider's own template, else the one for all. Raises Refusal, naming the first text that is missing,
    when it was never published or a text has come that it does not have.
    """
    theirs_first = Template.objects.filter(paper=paper).order_by(F("provider").asc(nulls_last=True))
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
    template = Template.objects.select_for_update(of=("self",), no_key=True).get(pk=made.pk)
    if draft := template.versions.drafts().first():
        return draft
    newest = template.versions.published().first()
    number = newest.number + 1 if newest else 1
    design = Design.from_json(newest.design) if newest else _built_in(template)
    return TemplateVersion.objects.create(
        template=template,
        number=number,
        design=replace(design, number=number).to_json(),
        changed_at=timezone.now(),
        changed_by=by,
    )


@transaction.atomic
def change(*, version: TemplateVersion, words: Words, by: User) -> TemplateVersion:
    """The draft with these words. What is still missing or wrong is kept as it was typed: see `troubles`.

    Raises Refusal for a version that was published.
    """
    if by:
        refuse_stranger(by)
    draft = _locked_draft(version)
    design = Design.from_json(draft.design)
    before = {each.name: {"fr": each.fr, "nl": each.nl} for each in design.words}
    worded = tuple(
        Worded(name=name, **{language: text.strip() for language, text in both.items()})
        for name, both in (before | {name: before.get(name, {}) | words[name] for name in words}).items()
    )
    draft.design = replace(design, words=worded).to_json()
    draft.changed_at, draft.changed_by = timezone.now(), by
    draft.save()
    return draft


@transaction.atomic
def publish(*, version: TemplateVersion, by: User | None) -> TemplateVersion:
    """From now on this version counts. Raises Refusal that names the texts that are missing or do not fit."""
    if by:
        refuse_stranger(by)
    draft = _locked_draft(version)
    refuse_troubles(draft)
    draft.published_at, draft.published_by = timezone.now(), by
    draft.save()
    return draft


def troubles(version: TemplateVersion) -> list:
    """What keeps a version from being printed, a sentence for each text."""
    written = {each["name"]: each for each in version.design["words"]}
    return list(phrases.troubles(SHEETS[version.template.paper].phrases, written))


def refuse_troubles(version: TemplateVersion) -> None:
    if found := troubles(version):
        raise Refusal(" ".join(map(str, found)), code="template")


def _built_in(template: Template) -> Design:
    sheet = SHEETS[template.paper]
    return Design(
        template=template.pk,
        number=1,
        layout=next(iter(sheet.layouts)),
        emblem="FOOT",
        words=tuple(Worded(name=name, **phrase.built_in()) for name, phrase in sheet.phrases.items()),
    )


def _locked_draft(version: TemplateVersion) -> TemplateVersion:
    rows = TemplateVersion.objects.select_for_update(of=("self",), no_key=True).select_related("template")
    fresh = rows.get(pk=version.pk)
    if fresh.published_at:
        raise Refusal(_("A published version never changes: begin a new one."), code="published")
    return fresh
