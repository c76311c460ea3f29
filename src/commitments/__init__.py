"""Turns speeches of Chinese officials into task ledgers that can be checked."""
