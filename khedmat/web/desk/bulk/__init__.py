"""One step for several cards of the desk: chosen in the list, seen before it is taken, and told afterwards."""
