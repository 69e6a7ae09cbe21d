"""Wagtail's own views of the public site, opened to people without an account.

The house asks everybody to sign in unless a view says otherwise, and Wagtail's page view does not say it:
who may read a page is said by its view restrictions.
"""

from django.contrib.auth.decorators import login_not_required
from wagtail import views
from wagtail.documents.views import serve as documents


def open_to_everybody() -> None:
    for view in (views.serve, views.authenticate_with_password, documents.serve):
        login_not_required(view)
