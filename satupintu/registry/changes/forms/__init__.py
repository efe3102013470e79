"""What a human may type about proposals, meetings and decrees."""
