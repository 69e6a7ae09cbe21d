"""Pictures of papers as the office may design them, to be looked at: layouts × places of the emblem × how
many sign and how many logos × names, at 72 and 150 dots per inch.

    python -m tests.documents.designs_seen FOLDER [part of a picture's name …]

What cannot fit is refused with a sentence, which is printed instead.
"""

import os
import sys
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.test")
DPI = (72, 150)
CROWDS = ((0, 0), (1, 1), (2, 3), (3, 12), (6, 4), (12, 12))  # signatories of the template, logos


def designed() -> Iterator[tuple[str, str, object]]:
    """The name of each picture, its paper and its facts."""
    from documents import specimen
    from documents.sheets import SHEETS
    from tests.documents.designs import design, signatories, twelve

    for paper in specimen.PAPERS:
        sheet = SHEETS[paper]
        places = product(sheet.layouts, sheet.emblems, CROWDS, specimen.SAMPLES)
        for layout, emblem, (signing, logos), sample in places:
            said = design(
                paper, layout=layout, emblem=emblem, signatories=signatories(signing), logos=twelve(logos)
            )
            name = f"{paper}-{layout}-{emblem}-{signing}-{logos}-{sample}".lower()
            yield name, paper, specimen.facts(paper, sample, said)


def draw(folder: Path, wanted: list[str]) -> None:
    from documents.exceptions import PressRefusal
    from documents.press import print_document
    from tests.documents.paper import seen

    folder.mkdir(parents=True, exist_ok=True)
    for name, paper, facts in designed():
        if not all(part in name for part in wanted):
            continue
        try:
            printed = print_document(paper, facts)
        except PressRefusal as refusal:
            print(f"{name}: {refusal}")
            continue
        for dpi in DPI:
            seen(printed.pdf, dpi=dpi).save(folder / f"{name}-{dpi}.png")
        print(f"{name}: {len(printed.pdf) // 1024} KiB")


if __name__ == "__main__":
    django.setup()
    draw(Path(sys.argv[1]), sys.argv[2:])
