"""Static files by the names of their contents, also where one script imports another.

A device without network keeps them by those names (docs/decisions/0101).
"""

from django.contrib.staticfiles.storage import ManifestStaticFilesStorage
from whitenoise.storage import CompressedManifestStaticFilesStorage


class NamedFiles(ManifestStaticFilesStorage):
    support_js_module_import_aggregation = True


class SqueezedFiles(CompressedManifestStaticFilesStorage):
    support_js_module_import_aggregation = True
