"""The address book. Addresses of the app pages carry no language: the person's language decides.

The public site's pages do (`/fr/…`, `/nl/…`), through Wagtail's trees.
"""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.contrib.auth.decorators import login_not_required
from django.urls import include, path, reverse_lazy
from django.views.generic import RedirectView
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from config.media import picture

# Wagtail's own doors know neither the second step nor the limit on attempts: there is one door.
to_the_door = login_not_required(RedirectView.as_view(pattern_name="account_login", query_string=True))

# Wagtail's own screens for accounts and groups would give roles past `accounts.domain.roles` (0060).
to_our_accounts = RedirectView.as_view(url=reverse_lazy("accounts_office:index"))
PAST_THE_VERBS = ("users", "groups", "bulk/accounts", "bulk/auth")

urlpatterns = [
    path("", include("certificates.urls")),  # first: what is asked most is found first
    path("account/", include("accounts.urls")),
    path("", include("training.urls")),
    path("admin/login/", to_the_door),
    *(
        path(f"admin/{room}/{rest}", to_our_accounts)
        for room in PAST_THE_VERBS
        for rest in ("", "<path:rest>")
    ),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("media/<path:name>", picture, name="picture"),
    path("", include("cms.urls")),
]

if settings.DEMO:
    urlpatterns += [path("demo/", include("config.demo.urls"))]

urlpatterns += i18n_patterns(path("_util/login/", to_the_door), path("", include("cms.page_urls")))
