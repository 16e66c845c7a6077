"""One step for several cards at once: seen before it is taken, taken one by one, each by the ordinary action."""
