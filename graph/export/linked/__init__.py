"""The data for machines: linked data, a record for catalogues, and a package of tables."""
