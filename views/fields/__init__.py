"""Fields of competence, who meets in them, and the bodies beside them."""
