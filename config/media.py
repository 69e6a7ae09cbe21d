"""Pictures of the public pages, from the folder or the object store behind `default_storage`.

Served from our own address: the browser needs no other host (see the CSP), and only what editors published
as pictures goes out. Uploaded documents are asked for through Wagtail's view, which knows who may see them.
"""

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import SuspiciousFileOperation
from django.core.files.storage import default_storage
from django.http import FileResponse, HttpRequest, HttpResponseBase, HttpResponseNotFound
from django.views.decorators.http import require_safe

PICTURES = ("images/", "avatar_images/")
FOR_A_YEAR = "public, max-age=31536000, immutable"  # a picture's name changes with its content


@login_not_required
@require_safe
def picture(request: HttpRequest, name: str) -> HttpResponseBase:
    if not name.startswith(PICTURES) or ".." in name.split("/"):
        return HttpResponseNotFound()
    try:
        file = default_storage.open(name)
    except (FileNotFoundError, IsADirectoryError, SuspiciousFileOperation):
        return HttpResponseNotFound()
    return FileResponse(file, headers={"Cache-Control": FOR_A_YEAR})
