"""Addresses that published cards lead to are asked politely, and only those of the public web."""
