"""Rules, ties and rulings in words.

In: values of this layer. Out: short English sentences. What does not belong here: layout.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from comity.rdf.vocabulary import CONCEPTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from comity.pathways.model import Prohibition, Status, Tie
    from comity.pathways.standing import Standing

ACTIVITIES: Final[tuple[str, ...]] = tuple(CONCEPTS["ActivityScheme"])
"""Words of the activities that a dealing may be about."""
_ACTIVITY: Final[Mapping[str, str]] = {
    "bilateral_cooperation": "joint work",
    "data_exchange": "exchange of data",
    "facility_visit": "visits to facilities",
    "funding": "funding",
    "hosted_payload": "a hosted payload",
    "launch": "a launch",
    "military_items": "transfer of military items",
    "procurement": "buying and selling",
    "sample_request": "a request for samples",
    "technology_export": "export of technology",
}
_EFFECT: Final[Mapping[str, str]] = {
    "prohibits": "forbids",
    "needs-licence": "asks for leave beforehand",
    "presumption-of-denial": "asks for leave, which is to be presumed refused",
}
_EXEMPTION: Final[Mapping[str, str]] = {
    "none": "none; the rule provides for no exemption.",
    "unknown": "the record knows of none.",
    "certification": "a certification",
    "licence": "a licence",
    "waiver": "a waiver",
    "agreement": "an agreement",
    "sanctions-committee": "leave of the sanctions committee",
    "statutory-window": "a law that sets it aside for a time",
    "later-law": "a later law",
}
_TIE: Final[Mapping[str, str]] = {
    "agreement": "{one} and {other} are joined by {through}.",
    "body": "{one} and {other} both take part in {through} ({size} on record).",
    "launch": "{other} launched {through} for {one}.",
    "payload": "{through} of {one} flies on a mission of {other}.",
    "programme": "{one} takes part in {other}.",
    "sample": "{other} received part of {through} from {one}.",
    "satellite": "{other} built {through} for {one}.",
}
_CLASS_WORDS: Final = {
    "all_un_members": "all members of the United Nations",
    "third_states": "states other than those of the rule's maker",
}
_REACH_WORDS: Final = {
    "itself": "{}",
    "parts": "{} and what is part of {them}",
    "nationals": "{} and all who are at home there",
    "owned": "{} and what is owned or incorporated there",
    "launchers": "{} and {their} launch vehicles",
    "funded": "whoever acts with money of {}",
    "items": "whoever handles technology of {}",
}
STATUS_WORDS: Final[Mapping[Status, str]] = {
    "allowed": "allowed",
    "needs-exemption": "needs an exemption",
    "blocked": "blocked",
}


def activity_words(activity: str) -> str:
    """Return an activity in words.

    >>> activity_words("technology_export")
    'export of technology'
    """
    return _ACTIVITY.get(activity, activity.replace("_", " "))


def period_words(rule: Prohibition) -> str:
    """Return when a rule holds."""
    if rule.start and rule.end:
        return f"from {rule.start} to {rule.end}"
    if rule.start:
        return f"since {rule.start}"
    return f"until {rule.end}" if rule.end else "for all the record says"


def rule_words(rule: Prohibition, standing: Standing) -> str:
    """Return what a rule says, as a sentence."""
    activities = ", ".join(activity_words(each) for each in rule.activities)
    alone = " between two sides alone" if rule.setting == "bilateral" else ""
    where = f" ({rule.citation})" if rule.citation else ""
    issuer = f", of {standing.label(rule.issuer)}," if rule.issuer else ""
    return f"{rule.label}{where}{issuer} {_EFFECT[rule.effect]}: {activities}{alone}."


def tie_words(tie: Tie, standing: Standing) -> str:
    """Return a tie as a sentence."""
    if tie.kind == "own":
        return standing.ascents(tie.one)[tie.other].steps[0].words
    one, other = standing.label(tie.one), standing.label(tie.other)
    if tie.through.startswith("claim/"):
        return f"{one} and {other} are said to cooperate."
    words = _TIE[tie.kind]
    return words.format(one=one, other=other, through=standing.label(tie.through), size=tie.size)


def exemption_sentence(rule: Prohibition) -> str:
    """Return what lifts a rule, and what has to be done for it."""
    words = _EXEMPTION.get(rule.exemption, rule.exemption.replace("-", " "))
    if rule.exemption in {"none", "unknown"}:
        return words
    by = f" (by {rule.exempted_by})" if rule.exempted_by else ""
    duty = f" {rule.duty.rstrip('.')}." if rule.duty else ""
    says_when = not rule.lead_days or str(rule.lead_days) in rule.duty
    lead = "" if says_when else f" At least {rule.lead_days} days before."
    return f"{words}{by}.{duty}{lead}"


def joined_words(names: Sequence[str]) -> str:
    """Return names as they stand in a sentence.

    >>> joined_words(["ESA", "CNES", "DLR"])
    'ESA, CNES and DLR'
    """
    if len(names) <= 1:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def class_words(word: str) -> str:
    """Return a class of parties in words.

    >>> class_words("foreign_applicants")
    'foreign applicants'
    """
    return _CLASS_WORDS.get(word, word.replace("_", " ").replace("-", " "))


def party_words(parties: Iterable[str], reach: str, standing: Standing) -> str:
    """Return who is meant by the parties of a rule and their reach."""
    names = [standing.label(each) if "/" in each else class_words(each) for each in parties]
    shown = names if len(names) <= 4 else [*names[:3], f"{len(names) - 3} more"]
    joined = joined_words(shown)
    is_one = len(names) == 1
    them, their = ("it", "its") if is_one else ("them", "their")
    return _REACH_WORDS[reach].format(joined, them=them, their=their)
