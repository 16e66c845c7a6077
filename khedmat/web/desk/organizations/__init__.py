"""The register of agencies at the desk of the centre: seen, corrected, and changed with a preview."""
