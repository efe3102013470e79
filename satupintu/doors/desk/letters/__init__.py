"""Letters at the desk: register, drafting, the letter's own page, templates, the worklist of those who sign."""
