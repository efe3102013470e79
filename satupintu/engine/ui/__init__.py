"""The HTML kit: page frame, table, form, pieces and words about time. It knows no word of the field it serves."""
