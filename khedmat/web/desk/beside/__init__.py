"""What is said beside a version at the desk: ways to its documents, terms of its prices."""
