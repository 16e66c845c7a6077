"""The least site of Wagtail with a page for each service; run by an interpreter that has it, never by ours."""
