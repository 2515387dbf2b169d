"""Answers and comparisons for programs.

In: values of this layer. Out: what JSON can hold, with keys that stay. What does not belong here:
pages.
"""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING, Any

from comity.pathways.briefs import headline_of, title_of
from comity.pathways.sentences import exemption_sentence

if TYPE_CHECKING:
    from comity.pathways.comparisons import Comparison
    from comity.pathways.model import Answer, Finding, Leg, Prohibition, Route, Ruling


def answer_value(answer: Answer) -> dict[str, Any]:
    """Return an answer for programs."""
    return {
        "title": title_of(answer.ruling.dealing, answer.labels),
        "answer": headline_of(answer.ruling),
        **ruling_value(answer.ruling),
        "routes": [_route(each) for each in answer.routes],
        "no_route": answer.no_route,
        "labels": dict(answer.labels),
        "claims": {
            claim: {"words": words, "sources": list(answer.cited.get(claim, ()))}
            for claim, words in answer.claims.items()
        },
        "sources": {id_: asdict(source) for id_, source in answer.sources.items()},
        "caveat": answer.caveat,
    }


def ruling_value(ruling: Ruling) -> dict[str, Any]:
    """Return a ruling for programs."""
    return {
        "dealing": _plain(asdict(ruling.dealing)),
        "status": ruling.status,
        "findings": [_finding(each) for each in ruling.findings],
        "near_misses": [
            {"rule": _rule(each.prohibition), "reasons": list(each.reasons)}
            for each in ruling.misses
        ],
        "precedents": [_plain(asdict(each)) for each in ruling.precedents],
        "notes": list(ruling.notes),
    }


def comparison_value(found: Comparison) -> dict[str, Any]:
    """Return a comparison for programs."""
    return {
        "status": {"before": found.before.status, "after": found.after.status},
        "routes": {
            "before": [_short(each) for each in found.routes_before],
            "after": [_short(each) for each in found.routes_after],
        },
        "pairs_of_agencies": found.pairs,
        "changed_pairs": [asdict(each) for each in found.changed],
        "opened_ties": [list(each) for each in found.opened],
        "closed_ties": [list(each) for each in found.closed],
        "open_ties": {"before": found.network_before.ties, "after": found.network_after.ties},
        "blocs": {
            "before": [list(each) for each in found.network_before.blocs],
            "after": [list(each) for each in found.network_after.blocs],
        },
        "bridges": [asdict(each) for each in found.bridges],
        "moved": list(found.moved),
    }


def _short(route: Route) -> dict[str, Any]:
    return {"actors": list(route.actors), "status": route.status}


def _route(route: Route) -> dict[str, Any]:
    return {
        "actors": list(route.actors),
        "status": route.status,
        "exemptions": route.exemptions,
        "legs": [_leg(each) for each in route.legs],
    }


def _leg(leg: Leg) -> dict[str, Any]:
    ruling = leg.ruling
    return {
        "one": leg.one,
        "other": leg.other,
        "words": leg.words,
        "tie": _plain(asdict(leg.tie)),
        "more_ties": leg.others,
        "status": ruling.status,
        "setting": ruling.dealing.setting,
        "findings": [_finding(each) for each in ruling.findings],
        "precedents": [each.id for each in ruling.precedents],
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule": _rule(finding.prohibition),
        "status": finding.status,
        "binds": finding.binds,
        "against": finding.against,
        "derivation": [_plain(asdict(step)) for step in finding.derivation],
        "way_out": exemption_sentence(finding.prohibition),
        "lifted": finding.lifted,
    }


def _rule(rule: Prohibition) -> dict[str, Any]:
    found: dict[str, Any] = _plain(asdict(rule))
    del found["first"], found["last"]
    return found


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value
