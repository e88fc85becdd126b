"""What can be taken away: exhibits in many formats, each file with legend, date, filters and source inside."""

from graph.export.exhibit import Exhibit, Figure, Portfolio
from graph.export.formats import FORMATS, Content, File, Format, NoDataError, export
from graph.export.words import KEYS

__all__ = ["FORMATS", "KEYS", "Content", "Exhibit", "Figure", "File", "Format", "NoDataError", "Portfolio", "export"]
