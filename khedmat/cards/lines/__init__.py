"""The texts of cards as entries of the registers."""
