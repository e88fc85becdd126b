"""The region as a static website, in every language, from the views of the app."""
