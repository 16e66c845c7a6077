"""Static files under names of their content: scripts that import each other too."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class StaticFiles(CompressedManifestStaticFilesStorage):
    """A module imported by its plain name would stay in browsers for an hour after a release that changed it."""

    support_js_module_import_aggregation = True
