"""Documents with headings, paragraphs, pictures and tables, as Word, OpenDocument and PDF files."""
