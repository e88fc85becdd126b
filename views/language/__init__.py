"""Words, numbers, money and dates in the language of whoever reads."""
