"""A record whose every text attacks the page that shows it."""

from __future__ import annotations

from comity.analysis.panorama import Document, Panorama, Sum
from comity.analysis.roll_calls import RollCall, Saying
from comity.analysis.ties import Node, Tie

ATTACKS = (
    "</script><script>attacked()</script>",
    "<img src=x onerror=attacked()>",
    '"><svg onload="attacked()">',
    "' onclick='attacked()' x='",
    "javascript:attacked()",
    "\u202e\u2066gnitarehtnes\u2069",
    "long " * 2000,
    "🚀🛰️👩‍🚀 مرحبا שלום",
    "{{7*7}} ${attacked()} <!-- --> ]]>",
    "=cmd|'/c calc'!A1",
)


def attack(number: int) -> str:
    return ATTACKS[number % len(ATTACKS)]


def hostile_panorama() -> Panorama:
    """Return thirty nations and accords tied to one another, all with hostile texts."""
    ids = [f"nation/a{number:02}" for number in range(20)]
    ids += [f"accord/<b>{number:02}" for number in range(10)]
    things = {
        name: Node(name, name.partition("/")[0], attack(n), attack(n + 1), "2001", None)
        for n, name in enumerate(ids)
    }
    ties = tuple(
        Tie(
            claim=f"claim/{n}-{attack(n)[:40]}",
            subject=ids[n],
            relation="signatory_of",
            object=ids[20 + n % 10],
            start="2010-01-01",
            end=None,
            earliest="2010-01-01",
            latest=None,
            verdict=("supported", "disputed", "unverified")[n % 3],
            legal_status=attack(n),
            note=attack(n + 2),
        )
        for n in range(20)
    )
    votes = tuple(
        Tie(f"claim/vote-{n}-{attack(n)[:40]}", ids[n], "voted_for", ids[20], "2010-01-01", None,
            "2010-01-01", None, "supported", attack(7), attack(8))
        for n in range(10)
    )  # fmt: skip
    documents = {
        f"source/{n}": Document(
            f"source/{n}", attack(n), attack(n + 1), attack(n + 2), attack(4), "2011", attack(n)
        )
        for n in range(5)
    }
    sayings = tuple(
        Saying(tie.claim, f"source/{n % 5}", "denies", attack(n), attack(n + 3), attack(4))
        for n, tie in enumerate(ties)
    )
    return Panorama(
        things=things,
        names={name: tuple(sorted(ATTACKS)) for name in ids},
        ties=ties,
        reasons={tie.claim: attack(n + 4) for n, tie in enumerate(ties)},
        inferred=frozenset(),
        sayings=sayings,
        documents=documents,
        sums=(Sum("crews", ids[0], ids[1], 2012, 3),),
        rolls=(
            RollCall(
                votes,
                attack(5),
                (Saying("", "source/1", "affirms", attack(1), attack(2), attack(4)),),
            ),
        ),
    )
