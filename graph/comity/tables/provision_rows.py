"""What a row about a provision is: that the text of an accord contains it, or does not.

In: nothing. Out: the row type and the parsers of its cells. What does not belong here: whether a
row fits the others (`provision_checks`), and the claims that are made of rows (`comity.claims`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from comity.rdf.vocabulary import CONCEPTS
from comity.tables import columns as c

if TYPE_CHECKING:
    from comity.tables.place import Place


@dataclass(frozen=True, slots=True)
class ProvisionRow:
    """A kind of provision in an accord.

    Attributes:
        place: Where the row stands.
        accord: Id of the accord.
        provision: Word of the concept, such as `safety-zones`.
        presence: `present`, or `absent` from a text that was read as a whole.
        where: Articles, sections or principles; empty when absent.
        source: Slug of the source: the text, or who tells what is in it.
        verified: Where it was seen, or `recalled`.
        confidence: `high`, `medium` or `low`.
        quote: Words of the text.
        note: Free text.
    """

    place: Place
    accord: str
    provision: str
    presence: str
    where: str
    source: str
    verified: str
    confidence: str
    quote: str
    note: str

    @property
    def predicate(self) -> str:
        """The attribute of its claim."""
        return "provides_for" if self.presence == "present" else "is_silent_on"

    @property
    def claim(self) -> str:
        """Slug of its claim."""
        accord = self.accord.partition("/")[2]
        return f"{accord}-{self.predicate.replace('_', '-')}-{self.provision}"


PROVISION: Final = {
    "accord": c.identifier,
    "provision": c.choice(*CONCEPTS["ProvisionScheme"]),
    "presence": c.choice("present", "absent"),
    "where": c.text,
    "source": c.slug,
    "verified": c.some_text,
    "confidence": c.choice("high", "medium", "low"),
    "quote": c.quote,
    "note": c.text,
}
