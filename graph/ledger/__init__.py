"""Money that adds up: grants, sums, flows and the years they belong to, exact to the cent."""
