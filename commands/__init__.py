"""The command line: what can be done without a browser, one module a command."""
