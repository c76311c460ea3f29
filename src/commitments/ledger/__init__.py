"""The ledger: what a row's columns and fields are, and one module a file format."""

from commitments.ledger.book import SUFFIXES, Ledger, read_ledger

__all__ = ["SUFFIXES", "Ledger", "read_ledger"]
