from django.conf import settings
from django.core.checks import CheckMessage, Tags, Warning, register

from certificates.domain import square


@register(Tags.compatibility)
def an_address_that_leaves_room(app_configs, **kwargs) -> list[CheckMessage]:
    """The square code holds the address and the signed short form, or the address alone."""
    if square.site_fits(settings.SITE_URL):
        return []
    return [
        Warning(
            "SITE_URL is too long: the square code of new certificates cannot be checked without network.",
            hint="With a host of 30 characters at most it can: docs/operations.md, The environment.",
            id="certificates.W001",
        )
    ]
