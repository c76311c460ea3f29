"""Finds owners, quantities and deadlines in a clause; each finding is a mention with offsets and its rule."""
