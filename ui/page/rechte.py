"""Administration: who may do what, and what is kept about persons, to hand out and to erase; for admins."""

from ui import administration, pieces, view

seen = view.current()
t = seen.t

pieces.heading(t("rechte.title"), administration.sentence(seen))
administration.show(seen)
