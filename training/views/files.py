"""Files that are handed to one reader: never kept by a cache, never guessed at by a browser."""

from django.http import HttpResponse


def pdf_response(pdf: bytes, *, name: str) -> HttpResponse:
    """Shown in the browser. `name` carries nobody's name."""
    response = HttpResponse(pdf, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{name}"'
    response["X-Robots-Tag"] = "noindex"
    return response
