"""Registers taken and closed through the verbs, and what a telephone makes of a printed sheet."""

from io import BytesIO

import pypdfium2
from PIL import Image, ImageChops, ImageFilter

from tests.training.planning.builders import absence, in_the_lesson
from training.domain import attendance
from training.models import Enrolment, HalfDay


def teach(half_day: HalfDay, *, trainer, close: bool = True, exceptions: dict[Enrolment, dict] | None = None):
    """Everybody present but for the exceptions; closed unless said otherwise."""
    with in_the_lesson(half_day):
        attendance.open_register(half_day=half_day, by=trainer)
        for enrolment, exception in (exceptions or {}).items():
            facts = dict(exception)
            if code := facts.pop("code", None):
                facts["absence_code"] = absence(code)
            attendance.mark(half_day=half_day, enrolment=enrolment, by=trainer, **facts)
        if close:
            attendance.close(half_day=half_day, by=trainer)


def photo(pdf: bytes, *, page: int = 0, turned: float = 4, blurred: float = 1.2, noise: int = 12) -> bytes:
    """The page as somebody photographs it: crooked, not sharp, grainy, in a JPEG of poor quality."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        picture = document[page].render(scale=200 / 72).to_pil().convert("RGB")
    finally:
        document.close()
    picture = picture.rotate(
        turned, expand=True, fillcolor=(120, 110, 100), resample=Image.Resampling.BICUBIC
    )
    picture = picture.filter(ImageFilter.GaussianBlur(blurred))
    grain = Image.effect_noise(picture.size, noise).convert("RGB")
    picture = ImageChops.add(picture.point(lambda value: value * 0.85), grain, offset=-128)
    kept = BytesIO()
    picture.save(kept, "JPEG", quality=55)
    return kept.getvalue()


def scanned(pdf: bytes) -> bytes:
    """The page as a scanner keeps it: a picture inside a PDF."""
    kept = BytesIO()
    Image.open(BytesIO(photo(pdf, turned=0.6, blurred=0.5, noise=4))).save(kept, "PDF", resolution=200)
    return kept.getvalue()


def grey() -> bytes:
    """A picture on which nothing stands."""
    kept = BytesIO()
    Image.new("RGB", (900, 600), (200, 200, 200)).save(kept, "PNG")
    return kept.getvalue()
