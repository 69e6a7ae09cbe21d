"""Every letter of the house in the back office: looked at in both languages, its words changed, put back."""

from csp.decorators import csp_replace
from django.contrib.auth.mixins import PermissionRequiredMixin
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils import translation
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.generic import View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.viewsets.base import ViewSet

from accounts.domain import letters, wording, writing
from accounts.domain.letters import Letter
from accounts.enums import Language
from accounts.exceptions import Refusal
from accounts.forms.letters import WordsForm
from accounts.models import LetterText
from accounts.views.back_office import carry_out

SAMPLE_NAME = "Lina"
FRAME_POLICY = {
    "default-src": ["'none'"],
    "script-src": ["'none'"],
    "style-src": ["'unsafe-inline'"],
    "img-src": ["'self'"],
}


class Office(PermissionRequiredMixin):
    def has_permission(self) -> bool:
        return self.request.user.runs_the_office


class LetterPages(Office, WagtailAdminTemplateMixin, View):
    header_icon = "mail"
    page_title = gettext_lazy("Letters")

    def setup(self, request: HttpRequest, *args, **kwargs) -> None:
        super().setup(request, *args, **kwargs)
        self.letter, self.language = chosen(**kwargs)

    def get_breadcrumbs_items(self) -> list[dict]:
        items = [*self.breadcrumbs_items, {"url": reverse("letters_office:index"), "label": _("Letters")}]
        if self.letter:
            items.append({"url": page_of(self.letter), "label": str(self.letter.name)})
        return items

    def get_page_subtitle(self) -> str:
        return str(self.letter.name) if self.letter else ""


def chosen(slug: str = "", language: str = "") -> tuple[type[Letter] | None, str]:
    letter = letters.by_slug(slug) if slug else None
    if (slug and letter is None) or (language and language not in Language.values):
        raise Http404
    return letter, language


def page_of(letter: type[Letter]) -> str:
    return reverse("letters_office:letter", args=[letter.slug()])


class LetterList(LetterPages):
    template_name = "accounts/back_office/letters.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        changed = changed_languages()
        rows = [
            {"letter": one, "url": page_of(one), "changed": sorted(changed.get(one.kind, []))}
            for one in letters.every_letter()
        ]
        return self.render_to_response(self.get_context_data(rows=rows))


def changed_languages() -> dict[str, list[str]]:
    """kind → the languages in which the office's own words stand; one query."""
    newest = LetterText.objects.order_by("kind", "language", "-pk").distinct("kind", "language")
    found: dict[str, list[str]] = {}
    for one in newest:
        if not one.is_built_in:
            found.setdefault(one.kind, []).append(one.get_language_display())
    return found


class LetterPage(LetterPages):
    template_name = "accounts/back_office/letter.html"

    def get(self, request: HttpRequest, slug: str) -> HttpResponse:
        versions = [self.version(*one) for one in Language.choices]
        return self.render_to_response(self.get_context_data(letter=self.letter, versions=versions))

    def version(self, language: str, label: str) -> dict:
        history = list(
            LetterText.objects.of(self.letter.kind, language)
            .select_related("written_by")
            .order_by("-pk")[:10]
        )
        return {
            "language": language,
            "label": label,
            "written": written(self.letter, language),
            "history": history,
            "is_changed": bool(history) and not history[0].is_built_in,
            **{
                name: reverse(f"letters_office:{name}", args=[self.letter.slug(), language])
                for name in ("preview", "change", "reset")
            },
        }


def written(letter: type[Letter], language: str) -> writing.Written:
    with translation.override(language):
        stop_url = "" if letter.is_service else letter.sample().url
        return writing.write(letter, letter.sample(), first_name=SAMPLE_NAME, stop_url=stop_url)


@method_decorator(xframe_options_sameorigin, name="dispatch")
@method_decorator(csp_replace(FRAME_POLICY), name="dispatch")
class Preview(Office, View):
    """The letter's own page, shown in a frame: letters carry their style sheet, never a script."""

    def get(self, request: HttpRequest, slug: str, language: str) -> HttpResponse:
        letter, language = chosen(slug, language)
        return HttpResponse(written(letter, language).html)


class ChangeWords(LetterPages):
    template_name = "accounts/back_office/letter_words.html"

    def get(self, request: HttpRequest, **kwargs) -> HttpResponse:
        return self.show(WordsForm(initial=wording.current(self.letter, self.language).__dict__))

    def post(self, request: HttpRequest, **kwargs) -> HttpResponse:
        form = WordsForm(request.POST)
        if not form.is_valid():
            return self.show(form)
        try:
            wording.rewrite(letter=self.letter, language=self.language, by=request.user, **form.cleaned_data)
        except Refusal as refusal:
            form.add_error(None, str(refusal))
            return self.show(form)
        messages.success(request, _("The next letters carry these words."))
        return redirect(page_of(self.letter))

    def show(self, form: WordsForm) -> HttpResponse:
        gaps = [("{" + name + "}", gap) for name, gap in self.letter.gaps.items()]
        facts = {"form": form, "gaps": gaps, "back": page_of(self.letter)}
        return self.render_to_response(self.get_context_data(**facts))

    def get_page_subtitle(self) -> str:
        return f"{self.letter.name} – {Language(self.language).label}"


class ResetWords(Office, View):
    http_method_names = ["post"]

    def post(self, request: HttpRequest, slug: str, language: str) -> HttpResponse:
        letter, language = chosen(slug, language)
        return carry_out(
            request,
            lambda: wording.reset(letter=letter, language=language, by=request.user),
            done=_("The built-in words stand again."),
            back=page_of(letter),
        )


class LettersViewSet(ViewSet):
    name = "letters_office"
    url_prefix = "letters"
    icon = "mail"
    menu_label = gettext_lazy("Letters")

    def get_urlpatterns(self) -> list[URLPattern]:
        one = "<slug:slug>/<slug:language>/"
        return [
            path("", LetterList.as_view(), name="index"),
            path("<slug:slug>/", LetterPage.as_view(), name="letter"),
            path(one, Preview.as_view(), name="preview"),
            path(f"{one}change/", ChangeWords.as_view(), name="change"),
            path(f"{one}reset/", ResetWords.as_view(), name="reset"),
        ]
