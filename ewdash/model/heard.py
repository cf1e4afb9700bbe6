"""Who speaks before the Security Council for the human-rights side, and the span in which that is whole."""

import re
from dataclasses import dataclass
from datetime import date

# Formal meetings are on record as a whole between these days; before, after and in closed formats
# what is on record is a sample. The two are never joined as one line.
WHOLE_FROM, WHOLE_TO = date(1995, 1, 6), date(2020, 12, 31)

GROUPS = {
    "human_rights": (
        "high_commissioner",
        "deputy_high_commissioner",
        "assistant_secretary_general",
        "special_procedure",
        "investigative_body",
    ),
    # Mandates of the Secretary-General next to the human-rights side: shown when asked for, never counted.
    "related_mandate": ("prevention", "sexual_violence", "children"),
}
SIDES = tuple(GROUPS)
SIDE_OF = {group: side for side, groups in GROUPS.items() for group in groups}


@dataclass(frozen=True)
class Office:
    """Who spoke: the office in words, and its group (a key of `SIDE_OF`). Never a person."""

    name: str
    group: str

    @property
    def side(self) -> str:
        """One of `SIDES`."""
        return SIDE_OF[self.group]


_SG = r"(?:(?:of )?(?:secretary-general(?:'s)? )?)?"
_HEADS = r"(?:,? (?:and|office of|head of|director of) .+)?"
# Posts that one person holds -> the name by which each is told. They are known by the whole label, so
# that an adviser, a former holder or the head of a field office is none of them.
_POSTS = (
    (r"high commissioner for human rights", "High Commissioner for Human Rights", "high_commissioner"),
    (
        r"deputy high commissioner for human rights",
        "Deputy High Commissioner for Human Rights",
        "deputy_high_commissioner",
    ),
    (
        rf"assistant secretary-general for human rights{_HEADS}",
        "Assistant Secretary-General for Human Rights",
        "assistant_secretary_general",
    ),
    (
        rf"{_SG}special advis[eo]r (?:to )?{_SG}(?:on|for) prevention of genocide",
        "Special Adviser on the Prevention of Genocide",
        "prevention",
    ),
    (
        rf"{_SG}(?:special representative|srsg) {_SG}(?:on|for) sexual violence in (?:armed )?conflict",
        "Special Representative of the Secretary-General on Sexual Violence in Conflict",
        "sexual_violence",
    ),
    (
        rf"{_SG}(?:special representative|srsg) {_SG}(?:on|for) children (?:and|in) armed conflicts?",
        "Special Representative of the Secretary-General for Children and Armed Conflict",
        "children",
    ),
)
_CHAIR = r"(?:chair(?:man|woman|person)?|vice-chair|head|member|president|commissioner|coordinator)\b.*"
# Experts and bodies of the Human Rights Council. The Security Council and the Secretary-General have
# commissions of inquiry, groups of experts and working groups of their own: those are none of them.
_EXPERTS = (
    (r"special rapporteur (?:on|for|in) .+", "special_procedure"),
    (
        r"independent expert (?:on|for) .*(?:human rights|sexual orientation|international order).*",
        "special_procedure",
    ),
    (
        _CHAIR + r"\bworking group on (?:arbitrary detention|enforced|.*discrimination against women"
        r"|use of mercenaries|.*african descent|.*business).*",
        "special_procedure",
    ),
    (
        _CHAIR + r"\b(?:human rights council|hrc|independent international)\b.*\bfact-finding mission\b.*",
        "investigative_body",
    ),
    (
        _CHAIR + r"\bcommission of inquiry\b.*(?:syria|burundi|eritrea|korea|ukrain|libya|palestin|gaza).*",
        "investigative_body",
    ),
    (_CHAIR + r"\bindependent international commission of inquiry\b.*", "investigative_body"),
    (_CHAIR + r"\bcommission (?:on|of) human rights in south sudan\b.*", "investigative_body"),
    (_CHAIR + r"\b(?:eminent.* experts|human rights experts) on .+", "investigative_body"),
    (_CHAIR + r"\bindependent investigative mechanism for myanmar\b.*", "investigative_body"),
)
_POSTS_KNOWN = tuple((re.compile(pattern), Office(name, group)) for pattern, name, group in _POSTS)
_EXPERTS_KNOWN = tuple((re.compile(pattern), group) for pattern, group in _EXPERTS)
_LEFT_OUT = re.compile(r"\b(?:the|un|united nations|acting|ad interim|a\.i\.)(?!\w)|\(\s*\)")
_RANK = re.compile(r"^under-secretary-general(?:,| and|;)? ")
# Of other organizations, or no longer in office.
_OTHERS = re.compile(
    r"\b(?:former|african|inter-american|organization of american states|osce|european|asean|opcw"
    r"|chemical weapons|georgia|parliamentary|international law commission)\b"
)
_PERSON = re.compile(r"\s*[,;:(]?\s*\b(?:Mr|Ms|Mrs|Dr|Prof|Sir|Dame|Judge|Professor)\b\.?\s.*$")
# What a label must speak of to be looked at where it is no office known here.
ALIKE = re.compile(r"human rights|rapporteur|commission of inquiry|fact-finding|genocide|sexual violence")


def normal(label: str) -> str:
    """Return a label in the form in which offices are compared: small letters, single spaces, no articles."""
    text = label.casefold().replace("’", "'").replace("''", "'")
    text = re.sub(r"secretary[\s–-]+general", "secretary-general", text)
    text = re.sub(r"\s+", " ", _LEFT_OUT.sub(" ", text)).replace(" ,", ",").strip(" ,;:.")
    return _RANK.sub("", text)


def office(label: str) -> Office | None:
    """Return the office that a label of a meeting record names; None where it is none of `GROUPS`.

    Args:
        label: As the record of speakers gives it, such as “United Nations High Commissioner for Human
            Rights”. A post is told by one name; an expert or an investigative body as the label says it,
            without a person's name behind it.
    """
    text = normal(label)
    for pattern, known in _POSTS_KNOWN:
        if pattern.fullmatch(text):
            return known
    if _OTHERS.search(text):
        return None
    for experts, group in _EXPERTS_KNOWN:
        if experts.fullmatch(text):
            return Office(re.sub(r"\s+", " ", _PERSON.sub("", label)).strip(" ,;:"), group)
    return None
