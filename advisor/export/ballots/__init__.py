"""Ballots to hand out."""
