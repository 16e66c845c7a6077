"""What people decide about the rules themselves: findings passed over, rules put back to a note, their figures."""
