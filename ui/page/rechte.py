"""Administration: who may do what, and what is kept about persons, to hand out and to erase; for admins."""

from ui import administration, parts, view

seen = view.current()
t = seen.t

parts.heading(t("rechte.title"), administration.sentence(seen))
administration.show(seen)
