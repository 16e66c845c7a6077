"""Published cards as linked data: CPSV-AP 3.2, code lists as SKOS, files to take away."""
