"""Signing out wipes the device: what a browser kept for a place without network goes too (0101)."""

from allauth.account.views import LogoutView
from django.http import HttpRequest, HttpResponse


class SignOut(LogoutView):
    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        response = super().post(request, *args, **kwargs)
        response["Clear-Site-Data"] = '"cache", "storage"'
        return response
