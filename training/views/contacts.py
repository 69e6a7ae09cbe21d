"""The trainer's page of contacts with one person of her group: what was said so far, and a line to add."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from training.exceptions import Refusal
from training.forms.contacts import ContactForm
from training.models import Contact, Enrolment
from training.views.access import teaching_only


@require_http_methods(["GET", "HEAD", "POST"])
@teaching_only
def contacts(request: HttpRequest, pk: int) -> HttpResponse:
    rows = Enrolment.objects.visible_to(request.user).select_related("session", "person")
    enrolment = get_object_or_404(rows, pk=pk)
    form = ContactForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            form.save(enrolment=enrolment, by=request.user)
        except Refusal as refusal:
            form.add_error(refusal.code if refusal.code in form.fields else None, str(refusal))
        else:
            messages.success(request, _("Noted."))
            return redirect("contacts", pk)
    said = Contact.objects.visible_to(request.user).filter(enrolment__person=enrolment.person_id)
    context = {
        "enrolment": enrolment,
        "session": enrolment.session,
        "form": form,
        "contacts": said.select_related("by"),
    }
    return render(request, "training/absences/contacts.html", context)
