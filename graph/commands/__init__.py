"""What ``python -m graph`` can do: one file a command, each with ``add_arguments`` and ``run``."""
