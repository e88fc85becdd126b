"""Networks of other programs: small readers that take nothing on trust, all to one form."""
