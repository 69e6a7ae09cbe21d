"""Files a person adds to their request: one page to add and take back, one address to look at one."""

import logging

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from training.domain import attachments as verbs
from training.domain import received
from training.exceptions import Refusal
from training.forms.attachments import AttachmentForm
from training.models import Attachment
from training.views.files import attachment_response
from training.views.learner import own_or_404

logger = logging.getLogger(__name__)


@require_http_methods(["GET", "HEAD", "POST"])
def my_files(request: HttpRequest, pk: int) -> HttpResponse:
    enrolment = own_or_404(request, pk)
    form = AttachmentForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            file = form.cleaned_data["file"]
            verbs.attach(
                enrolment=enrolment, kind=form.cleaned_data["kind"], content=file.read(), by=request.user
            )
        except Refusal as refusal:
            form.add_error("file", str(refusal))
        else:
            messages.success(request, _("Your file is added."))
            return redirect("my_files", pk)
    context = {
        "enrolment": enrolment,
        "session": enrolment.session,
        "form": form,
        "attachments": enrolment.attachments.all(),
        "why_not": verbs.can_attach(request.user, enrolment).reason,
    }
    return render(request, "training/learner/files.html", context)


@require_POST
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    rows = Attachment.objects.visible_to(request.user).select_related("enrolment__person")
    attachment = get_object_or_404(rows, pk=pk)
    verbs.take_back(attachment=attachment, by=request.user)
    messages.success(request, _("The file is deleted."))
    if request.user.runs_the_office:
        return redirect("enrolments_office:inspect", attachment.enrolment_id)
    return redirect("my_files", attachment.enrolment_id)


@require_safe
@cache_control(private=True, no_store=True)
def attachment_file(request: HttpRequest, pk: int) -> HttpResponse:
    """The holder's and the office's, once it was found clean. Anybody else, and before: 404."""
    attachment = get_object_or_404(Attachment.objects.visible_to(request.user).served(), pk=pk)
    try:
        content = received.read(attachment)
    except FileNotFoundError as gone:
        logger.critical("the file of attachment %s is gone", attachment.pk)
        raise Http404 from gone
    return attachment_response(content, media_type=attachment.media_type, name=attachment.file_name)
