"""The duty of article 2: rounds that the centre opens, and how far each agency has come."""
