"""How a visitor is asked what files of other programs mean, and told what became of them."""
