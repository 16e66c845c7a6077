"""The titles of an agency's services: declared as a list, confirmed by its highest official, chosen for cards."""
