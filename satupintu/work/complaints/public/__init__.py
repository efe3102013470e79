"""The citizens' pages: following a complaint by its code, and sending one in. No account, no tracking."""
