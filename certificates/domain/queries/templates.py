"""The papers that can be designed, with their templates: the list of the office."""

from dataclasses import dataclass

from accounts.models import Organisation, User
from certificates.domain.templates import papers
from certificates.models import Template, TemplateVersion
from documents.sheets import Sheet


@dataclass(frozen=True)
class Row:
    """One template: the version that counts and the draft that waits, if any. `provider` None: for all."""

    template: Template
    current: TemplateVersion | None
    draft: TemplateVersion | None
    versions: int


@dataclass(frozen=True)
class Paper:
    """`without`: the providers that have no template of their own; `is_for_all`: there is one for all."""

    name: str
    sheet: Sheet
    rows: list[Row]
    without: list[Organisation]

    @property
    def is_for_all(self) -> bool:
        return any(row.template.provider_id is None for row in self.rows)


def overview(user: User) -> list[Paper]:
    """Every paper, in the order of its name. Four queries, however many templates there are."""
    rows = Template.objects.visible_to(user).select_related("provider").prefetch_related("versions")
    templates = [_row(template) for template in rows]
    providers = list(Organisation.objects.providers().order_by("name_fr", "pk"))
    found = []
    for name, sheet in papers().items():
        own = [row for row in templates if row.template.paper == name and row.versions]
        have = {row.template.provider_id for row in own}
        found.append(Paper(name, sheet, own, [one for one in providers if one.pk not in have]))
    return sorted(found, key=lambda paper: str(paper.sheet.label))


def _row(template: Template) -> Row:
    versions = list(template.versions.all())
    published = [one for one in versions if not one.is_draft]
    drafts = [one for one in versions if one.is_draft]
    newest = max(published, key=lambda one: one.number, default=None)
    return Row(template, newest, drafts[0] if drafts else None, len(versions))
