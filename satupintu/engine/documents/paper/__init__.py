"""The printing of letters: one layout, data in, PDF or picture out."""
