"""What an editor may put on a page: each block is one idea, with one template."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageBlock

TEXT_FEATURES = ["h2", "h3", "bold", "italic", "link", "ol", "ul", "document-link"]
PLAIN_FEATURES = ["bold", "italic", "link", "ol", "ul"]


class QuoteBlock(blocks.StructBlock):
    text = blocks.TextBlock(label=_("words"), max_length=400)
    who = blocks.CharBlock(
        label=_("who says so"), required=False, max_length=100, help_text=_("A first name and a trade.")
    )

    class Meta:
        icon = "openquote"
        label = _("quotation")
        template = "cms/blocks/quote.html"


class StepBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("title"), max_length=80, help_text=_("Begin with a verb."))
    text = blocks.TextBlock(label=_("text"), max_length=400)


class StepsBlock(blocks.StructBlock):
    steps = blocks.ListBlock(StepBlock(), label=_("steps"), min_num=2, max_num=6)

    class Meta:
        icon = "list-ol"
        label = _("steps")
        template = "cms/blocks/steps.html"


class FactBlock(blocks.StructBlock):
    term = blocks.CharBlock(label=_("term"), max_length=80)
    value = blocks.TextBlock(label=_("value"), max_length=300)


class FactsBlock(blocks.StructBlock):
    rows = blocks.ListBlock(FactBlock(), label=_("facts"), min_num=1)

    class Meta:
        icon = "table"
        label = _("facts")
        template = "cms/blocks/facts.html"


class FigureBlock(blocks.StructBlock):
    image = ImageBlock(label=_("image"))
    caption = blocks.CharBlock(label=_("caption"), required=False, max_length=200)

    class Meta:
        icon = "image"
        label = _("image")
        template = "cms/blocks/figure.html"


class ActionBlock(blocks.StructBlock):
    label = blocks.CharBlock(label=_("words on the button"), max_length=40, help_text=_("Begin with a verb."))
    page = blocks.PageChooserBlock(label=_("page"))

    class Meta:
        icon = "link"
        label = _("button")
        template = "cms/blocks/action.html"


class BodyBlock(blocks.StreamBlock):
    """The body of an ordinary page."""

    text = blocks.RichTextBlock(label=_("text"), features=TEXT_FEATURES, template="cms/blocks/text.html")
    quote = QuoteBlock()
    steps = StepsBlock()
    facts = FactsBlock()
    figure = FigureBlock()
    action = ActionBlock()
    certificate_check = blocks.StaticBlock(
        label=_("check a certificate"),
        icon="check",
        admin_text=_("The field in which a certificate's code is typed."),
        template="cms/blocks/certificate_check.html",
    )
    contact = blocks.StaticBlock(
        label=_("contact details"),
        icon="mail",
        admin_text=_("The address, telephone and e-mail of the contact settings."),
        template="cms/blocks/contact.html",
    )
    members = blocks.StaticBlock(
        label=_("members of the grouping"),
        icon="group",
        admin_text=_("The members, as they stand in the list of organisations."),
        template="cms/blocks/members.html",
    )


class LayerBlock(blocks.StructBlock):
    """One heading of a layered notice: the short answer, and the details for who wants them."""

    title = blocks.CharBlock(label=_("title"), max_length=100)
    short = blocks.TextBlock(label=_("in short"), max_length=400)
    details = blocks.RichTextBlock(label=_("details"), features=PLAIN_FEATURES, required=False)

    class Meta:
        icon = "list-ul"
        label = _("heading")
        template = "cms/blocks/layer.html"
