"""The tag tree of a file without what says nothing: who listens hears the same from half as many elements.

WeasyPrint tags each box of the layout. A `Div` or `NonStruct` has no meaning of its own (ISO 32000-1,
14.8.4.2), so its children take its place; a `Span` that only holds the words of its paragraph gives them to
it.
"""

import pydyf

MEAN_NOTHING = ("/Div", "/NonStruct")
NEEDLESS_WHEN_EMPTY = ("/Sect", "/P", "/Span")  # not a cell: its row would lack it
HOLD_WORDS = ("/P", "/H1", "/H2", "/H3", "/Lbl", "/LBody", "/TH", "/TD", "/Caption")
OF_A_SPAN = {"Type", "S", "K", "Pg", "P"}


class Gone(pydyf.Object):
    """In the place of an object that is no longer there, so that no other changes its number."""

    compressible = False

    def __init__(self) -> None:
        super().__init__()
        self.number, self.free = 0, "f"


def prune(pdf: pydyf.PDF) -> None:
    """The last that happens to the tree: afterwards a single child is no longer an array."""
    root = _at(pdf, pdf.catalog["StructTreeRoot"])
    heirs: dict[bytes, bytes] = {}  # of a span: who has its words now
    (document,) = (_at(pdf, each) for each in root["K"])
    _children(document, pdf, heirs)
    _shorten(document)
    numbers = _at(pdf, root["ParentTree"])["Nums"]
    for each in numbers[1::2]:
        if isinstance(each, pydyf.Array):
            each[:] = [heirs.get(reference, reference) for reference in each]


def _children(element: pydyf.Dictionary, pdf: pydyf.PDF, heirs: dict[bytes, bytes]) -> None:
    element["K"] = pydyf.Array(_kept(element, element, pdf, heirs))


def _kept(element: pydyf.Dictionary, parent: pydyf.Dictionary, pdf: pydyf.PDF, heirs: dict) -> list:
    """What stands under `parent` for the children of `element`."""
    kids = element["K"] if isinstance(element["K"], pydyf.Array) else [element["K"]]
    kept: list = []
    for kid in kids:
        child = _at(pdf, kid) if isinstance(kid, bytes) else None
        if child is None or "S" not in child:
            kept.append(kid)
        elif child["S"] in MEAN_NOTHING:
            kept += _kept(child, parent, pdf, heirs)
            _take_away(child, pdf)
        elif _is_only_words(child, of=parent):
            heirs[kid] = parent.reference
            kept += child["K"]
            _take_away(child, pdf)
        else:
            child["P"] = parent.reference
            _children(child, pdf, heirs)
            if child["K"] or child["S"] not in NEEDLESS_WHEN_EMPTY:
                kept.append(kid)
                _shorten(child)
            else:
                _take_away(child, pdf)
    return kept


def _is_only_words(element: pydyf.Dictionary, *, of: pydyf.Dictionary) -> bool:
    return (
        element["S"] == "/Span"
        and of["S"] in HOLD_WORDS
        and element["Pg"] == of["Pg"]
        and element.keys() <= OF_A_SPAN
        and all(isinstance(each, int) for each in element["K"])
    )


def _shorten(element: pydyf.Dictionary) -> None:
    """Without its type, which may be left out, and its page, where it holds no words itself."""
    del element["Type"]
    kids = element["K"]
    if not any(isinstance(each, int) for each in kids):
        element.pop("Pg", None)
    if len(kids) == 1:
        element["K"] = kids[0]


def _take_away(element: pydyf.Dictionary, pdf: pydyf.PDF) -> None:
    pdf.objects[element.number] = Gone()


def _at(pdf: pydyf.PDF, reference) -> pydyf.Dictionary:
    return pdf.objects[int(reference.split()[0])]
