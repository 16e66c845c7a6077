"""What a province writes otherwise than the national card: which boxes, how compared, taken from stage to stage."""
