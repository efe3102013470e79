"""Speed, proven as ratios: every figure is our page against the barest thing that could do the same, in one run."""
