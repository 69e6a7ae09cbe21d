from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.views import i18n
from django.views.decorators.http import require_POST

from accounts.domain import people
from accounts.enums import Language


@login_not_required
@require_POST
def set_language(request: HttpRequest) -> HttpResponse:
    """Django's choice of language, and for who is signed in also the language we write to them in."""
    response = i18n.set_language(request)
    chosen = request.POST.get("language")
    if request.user.is_authenticated and chosen in Language.values:
        people.change_language(user=request.user, language=chosen)
    return response
