"""Legal forms and words that only organisations have in their names."""

from __future__ import annotations

import re

LEGAL_FORM = re.compile(
    r"(?<!\w)(?:g?g?mbh|ag|kg|kgaa|ohg|gbr|ug|eg|se|e\. ?v\.?|ev|e\. ?g\.?|e\. ?k\.?|e\. ?kfr\.?|e\. ?kfm\.?|aör|kdör|"
    r"ltd\.?|limited|plc|inc\.?|llc|llp|s\.?r\.?l\.?|s\.?p\.?a\.?|s\.?a\.?(?:s|rl)?\.?|"
    r"b\.?v\.?|n\.?v\.?|oy|oyj|ab|a/?s|"
    r"aps|ai?sbl|vzw|s\.?l\.?u?\.?|"
    r"sp\. ?z ?o\. ?o\.?|d\.?o\.?o\.?|kft\.?|zrt\.?|s\.?r\.?o\.?|partg(?:mbb)?|partnerschaft|"
    r"gesellschaft mit beschränkter haftung|aktiengesellschaft|eingetragener verein|genossenschaft|"
    r"körperschaft des öffentlichen rechts|anstalt des öffentlichen rechts)(?!\w)",
    re.IGNORECASE,
)
INSTITUTION = re.compile(
    r"universi|hochschul|institu|college|académi|akademie|academ|schule|school|gymnasium|kolleg|berufs|"
    r"\bstadt\b|städt|stadtwerk|gemeinde|\bmarkt\b|landkreis|kreis\b|landrat|bezirk|\bland\b|freistaat|region|"
    r"minist|senat|regierung|behörde|\bamt\b|amt\b|bundes|staats|landes|verwaltung|"
    r"verband|verein|\bbund\b|bündnis|kammer|innung|gewerkschaft|arbeitsgemeinschaft|netzwerk|cluster|"
    r"stiftung|foundation|fondation|gesellschaft|forschung|research|zentrum|zentr|center|centre|"
    r"arche\b|klinik|krankenhaus|hospital|museum|theater|kirche|diözese|diakon|caritas|kloster|"
    r"bank\b|sparkasse|versicherung|werke?\b|holding|gruppe|group|konzern|company|compan|corporation|"
    r"association|societ|consortium|agency|agentur für|council|comune|ayuntamiento|municip|"
    r"gewerbe|industrie|technolog|fraunhofer|max-planck|helmholtz|leibniz|nachf",
    re.IGNORECASE,
)
_TRADE = re.compile(
    r"hotel|gasthof|gasthaus|gaststätte|restaurant|café|cafe|bistro|pension|hof\b|haus\b|mode|salon|friseur|praxis|"
    r"apotheke|bäckerei|metzgerei|fleischerei|schreinerei|tischlerei|schlosserei|zimmerei|malerei?\b|maler|brauerei|"
    r"gärtnerei|weingut|druckerei|schmiede|werkstatt|atelier|studio|verlag|buchhandlung|handel|handwerk|betrieb|"
    r"büro|bureau|beratung|consult|coaching|training|service|dienst|agentur|kommunikation|design|media|medien|foto|film|"
    r"technik|systeme?|solution|software|laser|elektro|maschinen|anlagen|metall|holz|bau\b|bau-|auto|kfz|transport|"
    r"logistik|spedition|reisen|touris|sport|event|pflege|kosmetik|physio|logopäd|ergo|therapie|kanzlei|vermietung|"
    r"verpachtung|immobilien|vertrieb|produktion|manufaktur|fabrik|labor|engineering|international|online|shop",
    re.IGNORECASE,
)


def says_organisation(text: str) -> bool:
    """Whether a text has a legal form or a word that only organisations have in their names."""
    return bool(LEGAL_FORM.search(text) or INSTITUTION.search(text) or _TRADE.search(text))
