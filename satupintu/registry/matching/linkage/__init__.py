"""Linkage: which records mean the same person. Plain Python, no Django: records with standard columns in, scored pairs out."""
