"""Accounts in the back office: who they are, what they may do, letting somebody in."""

from django.contrib.auth.mixins import PermissionRequiredMixin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.generic import View
from wagtail.admin import messages
from wagtail.admin.views import generic

from accounts.domain import people, roles
from accounts.exceptions import Refusal
from accounts.forms.back_office import AccountForm, InviteForm, RoleForm
from accounts.models import Membership
from accounts.views.back_office import OfficeIndex, OfficeInspect, carry_out
from accounts.views.outbox import log_of


def page_of(user_id: int) -> str:
    return reverse("accounts_office:inspect", args=[user_id])


class AccountIndex(OfficeIndex):
    prefetched = ("memberships__organisation",)

    def get_base_queryset(self) -> QuerySet:
        return super().get_base_queryset().select_related("person")


class InviteView(generic.CreateView):
    """Lets somebody in through the verb; a refusal stands on the form, nothing is lost."""

    def form_valid(self, form: InviteForm) -> HttpResponse:
        try:
            membership = form.invite(by=self.request.user)
        except Refusal as refusal:
            form.add_error(None, str(refusal))
            self.produced_error_code, self.produced_error_message = refusal.code, str(refusal)
            return self.form_invalid(form)
        messages.success(self.request, _("The invitation is on its way."))
        return redirect(page_of(membership.user_id))


class ChangeAccount(generic.EditView):
    """Names, language, open or closed: by the verb. Who may not is told so on the account's page."""

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if request.user.runs_the_office:
            account = self.get_object()
            if not (verdict := people.may_change(account=account, by=request.user)):
                messages.error(request, verdict.reason)
                return redirect(page_of(account.pk))
        return super().dispatch(request, *args, **kwargs)

    def form_valid(self, form: AccountForm) -> HttpResponse:
        try:
            form.change(by=self.request.user)
        except Refusal as refusal:
            form.add_error(None, str(refusal))
            self.produced_error_code, self.produced_error_message = refusal.code, str(refusal)
            return self.form_invalid(form)
        messages.success(self.request, _("The account is changed."))
        return redirect(page_of(self.object.pk))


class AccountPage(OfficeInspect):
    def get_edit_url(self) -> str | None:
        """Only to who may: the others would meet a refusal."""
        return (
            super().get_edit_url() if people.may_change(account=self.object, by=self.request.user) else None
        )

    def get_context_data(self, **kwargs) -> dict:
        memberships = self.object.memberships.select_related("organisation").order_by(
            "ended_on", "organisation__name_fr", "pk"
        )
        facts = {
            "memberships": memberships,
            "person": getattr(self.object, "person", None),
            "log": log_of(self.object),
            "next": page_of(self.object.pk),
        }
        return super().get_context_data(**{"role_form": RoleForm()} | facts | kwargs)


class Deed(PermissionRequiredMixin, View):
    """A verb at the end of a POST. The office only; the verb itself may still say no."""

    http_method_names = ["post"]

    def has_permission(self) -> bool:
        return self.request.user.runs_the_office


class GrantRole(AccountPage):
    """Gives a role; what was wrong is said at its field, on the page of the account."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        form = RoleForm(request.POST)
        if not form.is_valid():
            return self.show(form)
        try:
            roles.grant(user=self.object, by=request.user, **form.cleaned_data)
        except Refusal as refusal:
            form.add_error(None, str(refusal))
            return self.show(form)
        messages.success(request, _("The role is given."))
        return redirect(page_of(self.object.pk))

    def show(self, form: RoleForm) -> HttpResponse:
        return self.render_to_response(self.get_context_data(role_form=form))


class EndRole(Deed):
    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        membership = get_object_or_404(Membership, pk=pk)
        return carry_out(
            request,
            lambda: roles.end(membership=membership, by=request.user),
            done=_("The role has ended."),
            back=page_of(membership.user_id),
        )
