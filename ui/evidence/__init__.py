"""How pages show how firmly their answers stand."""
