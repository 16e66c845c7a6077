"""The editor: a page for each section of the form, with or without JavaScript."""
