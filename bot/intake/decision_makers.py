"""Telling by a job title whether someone decides for a company.

Counted: VP and up, C-level, founder, owner, partner, head of, director, in ten languages. Left out
on purpose: words that lead a team or a project (manager, *Projektleiter*, *responsable*, *jefe de*,
*kierownik*), "Chief of Staff" and "Chief Architect", "MD", which is a doctor as often as a managing
director, assistant vice presidents, and directors of art, photography or funerals.
"""

import re

from bot.intake.identity import plain

_TITLE_CHARACTERS = 300
_BREAK = re.compile(
    r"[|/;,•·:()\[\]\u2013\u2014]|\s[-@+&]\s|\s(?:at|bei|chez|and|und|et)\s", re.IGNORECASE
)
_POSSESSIVE = re.compile(r"\b\w+['\u2019]s\b")
_DOTTED = re.compile(r"\b(?:\w\.){2,}")
_LETTERS = str.maketrans({"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "æ": "ae", "Æ": "Ae"})


def _any(patterns: str) -> str:
    """Join patterns, one a line, to one that matches any; lines that begin with # are headings."""
    lines = filter(None, map(str.strip, patterns.splitlines()))
    return "(?:" + "|".join(line for line in lines if not line.startswith("#")) + ")"


# Everything below is matched after plain(): lower case, no accents, words one space apart.
_DECIDES = _any(r"""
    # English, and words that many languages share
    c[abdefgiklmoprstx]o
    c(?:hr|is|di|it|pt)o
    chief (?:\w+ ){1,4}officer
    c (?:level|suite)
    [egrs]?vp
    (?:vice )?president
    chair(?:man|woman|person)
    (?:co ?)?(?:founder|owner|proprietor)
    partner
    director
    head of
    (?:global|country|regional|group|department) head
    ^head$
    # German
    (?:mit)?(?:be)?grunder(?:in)?
    (?:mit)?inhaber(?:in)?
    eigentumer(?:in)?
    geschaftsfuhr(?:er|erin|ung|ende[rs]?)
    geschaftsleit(?:er|erin|ung)
    vorstand(?:s(?:mitglied|vorsitzende[rs]?|sprecher(?:in)?))?
    gesellschafter(?:in)?
    partnerin
    direktor(?:in)?
    (?:vertriebs|bereichs|abteilungs|marketing|personal|werks|einkaufs|haupt|ressort)?leiter(?:in)?
    leitung
    (?:vize)?prasident(?:in)?
    # French
    pdg
    dga?
    drh
    daf
    dsi
    direct(?:eur|rice)
    associee?
    (?:co ?)?fondat(?:eur|rice)
    proprietaire
    (?:vice )?presidente?
    gerante?
    dirigeante?
    chef d entreprise
    # Spanish and Portuguese
    dire(?:ct|t)ora?
    soci[oa]
    (?:co ?)?fundadora?
    propr?ietari[oa]
    (?:duen|don)[oa]
    (?:vice ?)?president[ea]
    gerente general
    consejer[oa] delegad[oa]
    # Italian
    diret(?:tore|trice)
    (?:co ?)?fondat(?:ore|rice)
    titolare
    amminist\w+ (?:delegat|unic)[oa]
    # Dutch
    eigena(?:ar|res|resse)
    (?:mede ?)?oprichter
    vennoot
    (?:zaakvoer|bestuur)der
    bestuursvoorzitter
    hoofd
    # Polish
    dyrektor(?:ka)?
    (?:wspol)?(?:wlasciciel|zalozyciel)(?:ka)?
    (?:wice)?prezes(?:ka)?
    wspolnik
    czlonek zarzadu
    # Swedish, Danish, Norwegian
    vd
    (?:med)?grundare
    (?:del)?agare
    grundlaegger
    ejer
    daglig leder
""")

_BEFORE_OWNER = (
    "product|process|data|system|service|application|platform|feature|risk|content|solution|"
    "portfolio|project|program|asset|account|epic|domain"
)
_BEFORE_PARTNER = (
    "hr|human resources|people|talent|business|channel|client|customer|technology|finance|sales|"
    "delivery|learning|certified|strategic|implementation|gold|silver|platinum|legal|account"
)
_AFTER_PARTNER = (
    "account|alliances?|business|development|enablement|engineer|engagement|executive|experience|"
    "lead|management|manager|marketing|operations|program|programme|recruiter|relations|"
    "relationship|sales|solutions?|specialist|success|support|technology"
)
_AFTER_ANY = (
    "advisor|adviser|analyst|associate|circle|club|coach|community|consultant|expert|magazine|"
    "network|office|program|programme|recruiter|relations|services|specialist"
)

# Titles that hold one of the words above and mean something else.
_LOOKALIKES = _any(rf"""
    (?:{_BEFORE_OWNER}) owner
    (?:{_BEFORE_PARTNER}) partner(?:in)?
    partner (?:{_AFTER_PARTNER})
    (?:art|casting|film|funeral|music|stage) direct(?:or|eur)
    art direktor(?:in)?
    directora? (?:of photography|of first impressions|de arte|de fotografia)
    diretora? de arte
    direct(?:eur|rice) artistique
    (?:to|for|of the|des|du|del|della|dello|do|da|de la|van de) (?:the |our |an? )?{_DECIDES}
    (?:c level|c[efiomrpsd]o|vp|founder|owner|director|president|partner) (?:{_AFTER_ANY})
""")

# Words that, before the deciding one, mean that it is another's, or not now.
_IN_SERVICE = _any(r"""
    assistant[ea]?
    assistent(?:in|e)?
    assistenz
    asistent[ea]?
    asystent(?:ka)?
    secretar(?:y|i[oa])
    secretaire
    sekretar\w*
    segretari[oa]
    [ep]a
    intern
    trainee
    praktikant(?:in)?
    werkstudent(?:in)?
    stagiaire
    stagista
    becari[oa]
    estagiari[oa]
    student(?:in)?
    aspiring
    future
    former(?:ly)?
    ex
    retired
    ehemalige?r?
    ancien(?:ne)?
    antigu[oa]
    recruiter
""")

_decides = re.compile(rf"\b{_DECIDES}\b")
_lookalikes = re.compile(rf"\b{_LOOKALIKES}\b")
_in_service = re.compile(rf"\b{_IN_SERVICE}\b.*\b{_DECIDES}\b|\b(?:assist|asist|sekret|secret)\w+$")


def is_decision_maker(title: str) -> bool:
    """Tell whether a job title, or one of several in it, is a decision maker's."""
    text = _POSSESSIVE.sub(" ", title[:_TITLE_CHARACTERS].translate(_LETTERS))
    text = _DOTTED.sub(lambda match: match[0].replace(".", ""), text)
    return any(_role_decides(plain(role)) for role in _BREAK.split(text))


def _role_decides(role: str) -> bool:
    if _in_service.search(role):
        return False
    return bool(_decides.search(_lookalikes.sub(" ", role)))
