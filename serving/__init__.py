"""Between a browser and the pages: who is answered, how much is taken in, and in which order clicks are handed on."""
