"""Letters: kinds that rooms bring, wording that administrators write, and what is set on paper."""
