"""Who may do what: everybody who logged in, and the form that gives a role; for admins."""

from ui import parts, rights, view

seen = view.current()
t = seen.t
known = rights.people()

parts.heading(t("rechte.title"), rights.sentence(t, known))
rights.show(t, known)
