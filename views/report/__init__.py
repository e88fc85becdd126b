"""The report on the network: chapters of views, as one document with words, pictures and tables."""
