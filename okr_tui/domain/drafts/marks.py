"""What may stand around a figure, as patterns on folded text, English and French together: drafts mix them."""

import re

_MONTHS = (
    r"(?:jan(?:uary|vier)?|feb(?:ruary)?|fevr?(?:ier)?|mar(?:ch|s)|apr(?:il)?|avril|may|mai|june?|juin"
    r"|july?|juil(?:let)?|aug(?:ust)?"
    r"|aout|sept?(?:ember|embre)?|oct(?:ober|obre)?|nov(?:ember|embre)?|dec(?:ember|embre)?)\b"
)
_LONG = r"(?:weeks?|months?|quarters?|years?|sprints?|semaines?|mois|trimestres?|ans?|annees?|semestres?)\b"
FIGURE = (
    r"(?P<date>\d{4}-\d\d(?:-\d\d)?+(?!\d)|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}(?!\d)|\d{1,2}/\d{4}(?!\d)|24/7"
    r"|7/7|\d{1,2}:\d{1,2}(?!\d)|\d{1,2}h\d\d(?!\d))"
    r"|(?P<figure>\d{1,3}(?:[ ,.]\d{3}){1,6}+(?!\d)(?:[.,]\d++)?|\d++(?:[.,]\d++)*+)"
)
MONEY_BEFORE = re.compile(r"(?:[$€£¥]|\b(?:usd|eur|gbp|chf|cad)) ?$")
MONEY_AFTER = re.compile(
    r" ?(?:k|m|mm|mn|bn|b|md|mds|mio|millions?|thousand|mille|milliers?|milliards?|billions?)? ?(?:d'|de |of )?"
    r"(?:[€$£¥]|(?:euros?|dollars?|eur|usd|chf|gbp|cad|pounds?)\b)"
)
PERCENT = re.compile(r" ?(?:%|‰|(?:percent|per cent|pour ?cent|percentage|pct|pp|pts?|bps|points?|basis points)\b)")
DONE = re.compile(
    r"[ :)]*(?:done|complete[d]?|completion|finished|delivered|implemented|progress|acheve|termine|realise"
    r"|fait|livre|deploye|d'avancement|avancement)e?s?\b(?! (?:rates?|scores?|of)\b)"
)
TIMES_AFTER = re.compile(r"(?: ?x| (?:times|fois|fold)|fold|-fold)(?![^\W\d_])")
OFTEN = re.compile(r" ?(?:x|times|fois)(?: ?/ ?| (?:an?|per|each|every|par|chaque|la) )(?=[^\W\d_])")
"""So many times in a stretch of time: a rhythm and no multiple."""
TIMES_BEFORE = re.compile(r"(?:(?<![^\W_])x|(?:factor of|by factor|facteur|divis\w{1,6} par|multipli\w{1,6} par)) ?$")
NAMED = re.compile(
    r"(?:[^\W\d_]|[^\W\d_]-|\b(?:phase|version|step|etape|stage|niveau|level|tier|palier|lot|vague|wave"
    r"|sprint|iso|iso/iec|soc|rfc|release|windows"
    r"|python|java|industry|industrie|web|percentile|centile|day|jour|j|d|week|semaine|month|mois|quarter"
    r"|trimestre|semestre|serie|series|option|n°|no\.|numero"
    r"|top|v|v\.|wcag|rgaa|office|horizon|act|acte|chapitre|chapter|article|room|salle|group|groupe|class"
    r"|classe|type|gen|zone|scope|vision|plan|agenda|cop|exercice|fy|fortune|forbes|ftse|cac|sbf|dax|nasdaq|stoxx|global) ?)$"
)
RANK = re.compile(
    r"\b(?:in|into|enter|reach|among|within|make|(?<!talk )(?<!speak )(?<!listen )(?<!write )(?<!present )to"
    r"|dans|parmi|integrer|entrer|atteindre|rejoindre"
    r"|au)(?: (?:the|le|les|its|our|dans))* top ?$|#$|\b(?:rank|ranked|rang|place|position|numero|number"
    r"|no\.|n°) ?$"
)
BEATEN = re.compile(
    r"\b(?:beat|beating|outperform|outrank|outsell|overtake|surpass|battre|devancer|surclasser|distancer|depasser|doubler)"
    r"(?: (?:the|our|all|les|nos))*(?: top)? $"
)
"""Whoever is beaten is a rank won: "beat the three biggest rivals"."""
RIVALS = re.compile(r"(?: [^\W\d_]+){0,2} (?:competitor|rival|challenger|concurrent|rivaux|competiteur)")
TOP = re.compile(r"\btop ?$")
MONTH_BEFORE = re.compile(_MONTHS + r"\.? ?(?:the )?$")
MONTH_AFTER = re.compile(r"(?:st|nd|rd|th|er)?(?: of)? ?" + _MONTHS)
ORDINAL = re.compile(r"(?:st|nd|rd|th|er|ere|e|eme|emes|d)\b")
RATIO = re.compile(r" ?(?:/|sur|out of|of) ?\d")
UNIT = re.compile(
    r"[ -]?(?:ms|s|secs?|seconds?|secondes?|min|mins|minutes?|mn|h|hrs?|hours?|heures?|days?|jours?|j"
    r"|weeks?|semaines?|months?|mois|years?|ans?|annees?"
    r"|kg|g|t|tons?|tonnes?|km|m2|m²|kwh|mwh|gwh|gb|mb|go|mo|tb|fps|rpm|stars?|etoiles?|nps|csat|fte|etp"
    r"|teqco2|tco2e?|co2|litres?|liters?|db|lines?|°c?)(?![^\W_])"
)
LONG_AFTER = re.compile(r"[ -]?" + _LONG)
WINDOW = re.compile(
    r"\b(?:in|within|over|during|for|next|last|past|en|sous|d'ici|dans|pendant|sur|after|apres|every|each"
    r"|chaque|les|ces|de|des)"
    r"(?: (?:the|next|last|past|first|coming|les|a|prochaine?s|premiere?s|derniere?s|toutes|tous))* ?$"
)
NEXT = re.compile(r"\b(?:next|last|past|first|coming|every|each|tous les|toutes les) $")
NEXT_AFTER = re.compile(r" (?:prochain|premier|dernier)e?s? ")
COMPARED = re.compile(
    r"(?:[<>≤≥=~]|\b(?:at least|less than|more than|under|over|above|below|up to|at most|fewer than"
    r"|greater than|minimum|min|max|maximum|beyond|exceeding|exceeds?"
    r"|lower than|higher than|no more than|au moins|moins de|plus de|sous|au[ -]dessus de|au[ -]dessous de"
    r"|en[ -]dessous de|superieure?s? a|inferieure?s? a|au minimum|au maximum"
    r"|au plus|au dela de|au-dela de|depasser|depasse|a plus de|a moins de|jusqu'a))(?: (?:les|le|la|of|de|the))? ?$"
)
TOWARDS = re.compile(
    r"(?:\b(?:reach|reaching|hit|hits|achieve|attain|exceed|surpass|pass|get|have|atteindre|depasser"
    r"|franchir|obtenir|avoir|toucher|gagner|convaincre|generate|generating|generer|rassembler|reunir"
    r"|(?:mentioned|featured|quoted|cited) (?:in|by|on)|(?:mentionne|cite)e?s? (?:dans|par|sur))"
    r"(?: (?:the|les|nos|our|a|un|une|plus de))?) ?$"
)
SCOPE = re.compile(r"\b(?:in|across|on|via|through|en|dans|sur|for|pour)(?: (?:the|les|our|nos))? $")
OWNED = re.compile(
    r"\b(?:our|the|these|those|their|its|your|my|all|both|nos|les|ces|ses|leurs|mes|vos|des|aux|toutes les"
    r"|tous les) $"
)
TENFOLD = re.compile(r" ?(?:k|m|mm|mn|bn|mio|millions?|thousand|mille|milliers?|milliards?|hundred|cents?)(?![^\W\d_])")
NEARBY_WORD = re.compile(r"[^\W_]++(?:-[^\W_]++)*+|[.;:,()]")
ARROW = re.compile(
    r"(?:(?<![^\W_])(?:to|a|vers|jusqu'a|au)|->|=>|→|-->|>)[ ~]*(?:[$€£]|usd |eur |(?:less than|under|over"
    r"|at least|plus de|moins de|au moins|sous) )*$"
)
ONLY_ARROW = re.compile(r" ?(?:to|a|vers|->|=>|→) ?(?:v|version )?")
NUMBER_OF = re.compile(r"\b(?:number of|nombre de|nombre d'|# of|nb de) ?(?P<what>[^:=<>]{1,40})[:=<>] ?$")


WON = re.compile(
    r"\b(?:win|winning|land|landing|earn|earning|secure|securing|obtain|obtaining|attract|attracting|receive|receiving"
    r"|remporter|decrocher|obtenir|gagner|recevoir|attirer|conquerir|arracher)"
    r"(?: (?:at least|more than|over|up to|au moins|plus de|jusqu'a))? $"
)
"""Won from others: even what counts as work elsewhere (an interview, a project) is then a result."""
START = re.compile(r"\bfrom (?:about |around |roughly |currently |~)?$")
"""Where it begins; without a word of where to, the figure says nothing about how far."""
TO_SOMEWHERE = re.compile(r"\bto\b|->|=>|→")
STARRED = re.compile(r"-star\b(?! (?:rating|score|average))")
STARRED_BEFORE = re.compile(
    r"\b(?:experience|service|accueil|qualite|support|prestation|parcours|hotel|relation|client)s? $"
)
BACKGROUND = re.compile(
    r"\b(?:although|even though|despite|in spite of|whereas|given (?:that|the|our)|considering|knowing that"
    r"|(?:with|on|for|within) an? (?:[^\W\d_]+ )?budget of|alors qu(?:e |')|bien qu(?:e |')|quoiqu|sachant qu|malgre|tandis qu"
    r"|etant donne|compte tenu|(?:avec|pour|dans) une? (?:budget|enveloppe|investissement)"
    r"|soit une? (?:budget|enveloppe|investissement))\b"
)
"""Opens what describes the situation or what is spent, up to the next comma: its figures say nothing about a change."""

SHARES = frozenset({"half", "third", "moitie", "tiers"})
SHARE_OF = re.compile(r" (?:of|the|our|des|de|du|d'|as|the number)")
BY_SHARE = re.compile(r"\b(?:(?:by|in|down|up|de|par) (?:a |la |un )?|d'un )$")
NOT_TIMES = re.compile(r"[ -](?:down|check|of the year|year|annee|de l'annee|du trimestre|of the quarter)\b")

GRADES = re.compile(r"\b(?:from|de) ([a-g])[+-]? (?:to|a|vers) ([a-g])(?![^\W_])")
"""From one letter to another, as energy labels and ratings have them."""
SURVEYED = re.compile(r"[ -]?(?:nps|csat) ")
"""A unit that may be the subject of what is counted: "10 NPS surveys"."""
RHYTHM = re.compile(r" (?:an?|per|each|every) (?:day|week|month|quarter|year)\b")
"""After "twice": how often, and no multiple."""

UNDER_ONE = re.compile(
    r"\bwithin (?:an?|one) (?:second|minute|hour|day)\b|\bdans (?:l'heure|la minute|la journee)\b|"
    r"\b(?:under|below|less than|faster than|moins d'|sous |inferieure? a )"
    r" ?(?:an?|une?) (?:second|minute|hour|day|week|month|seconde|heure|jour|jour ouvre|journee|semaine|mois)\b"
)
"""A length of time that a word bounds, without a figure: "under a day", "en moins d'une heure"."""
