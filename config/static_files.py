"""Static files by the names of their contents, also where one of our scripts imports another.

A device without network keeps them by those names (docs/decisions/0101). Django's own switch for it reads
every script of every package, and stumbles over examples in their comments.
"""

from django.contrib.staticfiles.storage import ManifestStaticFilesStorage
from whitenoise.storage import CompressedManifestStaticFilesStorage

IMPORT = r"""(?P<matched>(?P<before>^import\s[^;'"]*)["'](?P<url>\./\w+\.js)["'])"""
OUR_IMPORTS = tuple(
    (scripts, ((rf"(?m){IMPORT}", '%(before)s"%(url)s"'),))
    for scripts in ("js/register/*.js", "certificates/*.js")
)


class NamedFiles(ManifestStaticFilesStorage):
    patterns = (*ManifestStaticFilesStorage.patterns, *OUR_IMPORTS)


class SqueezedFiles(CompressedManifestStaticFilesStorage):
    patterns = (*CompressedManifestStaticFilesStorage.patterns, *OUR_IMPORTS)
