"""The yardsticks of rules at the desk of the centre."""
