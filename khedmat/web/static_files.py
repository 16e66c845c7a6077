"""Static files under names of their content: our scripts, which import each other, too."""

from whitenoise.storage import CompressedManifestStaticFilesStorage

OURS = "web/js/*.js"  # scripts of others may name files that they do not bring


class StaticFiles(CompressedManifestStaticFilesStorage):
    """A module imported by its plain name would stay in browsers for an hour after a release that changed it."""

    patterns = (
        *CompressedManifestStaticFilesStorage.patterns,
        (OURS, CompressedManifestStaticFilesStorage._js_module_import_aggregation_patterns[1]),
    )
