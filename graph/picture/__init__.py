"""From a network to a drawing: positions, colours, labels, legend, charts; no words of a language."""
