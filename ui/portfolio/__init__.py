"""The portfolio of a visitor ("Mappe"): views that are collected, ordered, presented and taken away."""
