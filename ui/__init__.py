"""The web app: what is shown, and what a click does."""

from ui.kept import Shared
from ui.presence import is_open
from views.keeping import keep_with
from views.visitor import ask_with

keep_with(Shared())
ask_with(is_open)
