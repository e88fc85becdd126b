"""How fast the app is, next to what else there is: ``python -m benchmarks``."""
