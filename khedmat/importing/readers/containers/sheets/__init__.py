"""Spreadsheets → cells."""
