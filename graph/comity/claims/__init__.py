"""Claims: from rows to claims, from claims to RDF statements, by pure functions.

In: checked tables. Out: `Claim` values and the quads of things, sources and claims. What does not
belong here: stores, rules and shapes.
"""

from comity.claims.assembly import assemble
from comity.claims.model import Attestation, Claim
from comity.claims.policies import policy_quads
from comity.claims.quads import claim_quads
from comity.claims.things import thing_quads

__all__ = ["Attestation", "Claim", "assemble", "claim_quads", "policy_quads", "thing_quads"]
