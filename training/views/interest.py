""" "Tell me when a session opens": a page that asks, and the two verbs behind its button."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from training.domain import interest
from training.models import Course, Interest


@require_http_methods(["GET", "POST"])
def tell_me(request: HttpRequest, code: str) -> HttpResponse:
    course = get_object_or_404(Course, code=code, retired_on=None)
    if request.method == "POST":
        return change(request, course)
    asked = Interest.objects.filter(course=course, user=request.user).exists()
    return render(request, "training/interest/tell_me.html", {"course": course, "asked": asked})


def change(request: HttpRequest, course: Course) -> HttpResponse:
    if "stop" in request.POST:
        interest.forget(course=course, by=request.user)
        messages.success(request, _("We no longer write to you about this course."))
    else:
        interest.express(course=course, by=request.user)
        messages.success(request, _("Noted. We write to you when a session opens."))
    return redirect("tell_me", code=course.code)
