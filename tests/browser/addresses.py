"""Addresses of every page, and of states of a page that show something else."""

from ui.page import PAGES
from views.address import codec

EVERY_PAGE = {entry.name: f"/{'' if entry.landing else codec.path(entry.name)}" for entry in PAGES}
EVERY_STATE = EVERY_PAGE | {
    "whole network": "/netzwerk?ganz=ja",
    "English and filtered": "/netzwerk?feld=automotive&lang=en",
    "two columns": "/netzwerk?feld=automotive&form=spalten",
    "map": "/netzwerk?form=karte",
    "focus": "/netzwerk?fokus=wiro&ansicht=kooperation",
    "profile": "/steckbrief?id=wiro",
    "open points": "/daten?reiter=offen",
    "own files": "/daten?reiter=eigene",
    "comparison": "/vergleich?vergleich=wiro,ihk-ostwuerttemberg",
    "chains": "/vergleich?reiter=verbindung&vergleich=innbw,pegasus-vereine",
    "partner search": "/vergleich?reiter=partner&partnervon=hochschule-aalen&vorgemerkt=eura",
    "consortium": "/vergleich?reiter=konsortium&suchfeld=mint,logistik&suchtyp=kommune,hochschule",
    "cell of a matrix": "/kompetenzfelder?zelle=wasserstoff:kommune",
    "together in a field": "/kompetenzfelder?reiter=zusammen&feld=wasserstoff",
    "matrix of actors": "/kompetenzfelder?reiter=akteure&feld=wasserstoff&zelle=ostalbkreis>wiro",
    "overlap of bodies": "/kompetenzfelder?reiter=gremien",
    "scenario": "/was-waere-wenn?szenario=remove:wiro",
    "funding flow with a band chosen": "/foerderung?teil=0:item:eu-efre>1:item:Regionalentwicklung",
    "funding by year": "/foerderung?reiter=balken&nach=year&jahresregel=evenly",
    "funding as a table": "/foerderung?reiter=tabelle&nach=kompetenzfeld",
    "funding cliff": "/foerderung?reiter=klippe",
    "timeline by status": "/zeitverlauf?ordnung=status&auf=ongoing,planned&teil=smartpro",
    "network of a year": "/zeitverlauf?reiter=netz&jahr=2018&ohnedatum=ja",
    "years side by side": "/zeitverlauf?reiter=jahre",
    "development": "/zeitverlauf?reiter=entwicklung",
    "picture of changes": "/veraenderungen?reiter=bild",
    "changed links": "/veraenderungen?reiter=weitere",
    "before a room": "/netzwerk?feld=wasserstoff&modus=praesentation",
}
