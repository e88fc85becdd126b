"""What is taken out of the data before they leave: amounts, names of companies or of everybody, unconfirmed ties.

A redaction works on the tables, not on a format, so that every file made from its result is redacted alike.
"""

from graph.redaction.kinds import company_types, ensure_somebody_is_hidden, is_company, matching_types, types_of
from graph.redaction.redact import Redaction, pseudonyms, redact, redact_with_ids, unconfirmed

__all__ = [
    "Redaction",
    "company_types",
    "ensure_somebody_is_hidden",
    "is_company",
    "matching_types",
    "pseudonyms",
    "redact",
    "redact_with_ids",
    "types_of",
    "unconfirmed",
]
