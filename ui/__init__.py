"""The web app: what is shown, and what a click does."""

from ui.kept import Shared
from views.keeping import keep_with

keep_with(Shared())
