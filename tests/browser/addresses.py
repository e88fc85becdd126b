"""Addresses of every page, and of states of a page that show something else."""

from ui import query
from ui.page import PAGES

EVERY_PAGE = {entry.name: f"/{'' if entry.landing else query.path(entry.name)}" for entry in PAGES}
EVERY_STATE = EVERY_PAGE | {
    "whole network": "/netzwerk?ganz=ja",
    "English and filtered": "/netzwerk?feld=automotive&lang=en",
    "focus": "/netzwerk?fokus=wiro&ansicht=kooperation",
    "profile": "/steckbrief?id=wiro",
    "open points": "/daten?reiter=offen",
    "own files": "/daten?reiter=eigene",
}
