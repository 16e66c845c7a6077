"""The ways in which a list of services is printed, each read into its rows."""
