"""Files that are handed to one reader: never kept by a cache, never guessed at by a browser."""

from django.http import HttpResponse


def pdf_response(pdf: bytes, *, name: str) -> HttpResponse:
    """Shown in the browser. `name` carries nobody's name."""
    response = HttpResponse(pdf, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{name}"'
    response["X-Robots-Tag"] = "noindex"
    return response


def attachment_response(content: bytes, *, media_type: str, name: str) -> HttpResponse:
    """Somebody's upload: saved, never shown inside our pages, whatever it pretends to be."""
    response = HttpResponse(content, content_type=media_type)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["X-Content-Type-Options"] = "nosniff"
    response["X-Robots-Tag"] = "noindex"
    return response
