"""What is taken out of the data before they leave: amounts, names of companies or of everybody, unconfirmed ties.

A redaction works on the tables, not on a format, so that every file made from its result is redacted alike.
"""

from graph.redaction.redact import Redaction, pseudonyms, redact

__all__ = ["Redaction", "pseudonyms", "redact"]
