"""Pictures as SVG with real text: title, sentence, legend and source stand inside."""
