"""Python values as RDF literals, and back.

In: texts, numbers, dates, partial dates. Out: pyoxigraph literals with the datatypes that the
ontology asks for; and the other way round. What does not belong here: IRIs (`namespaces`).
"""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from comity.rdf.dates import PartialDate

XSD: Final = "http://www.w3.org/2001/XMLSchema#"
INTEGER: Final = NamedNode(XSD + "integer")
DECIMAL: Final = NamedNode(XSD + "decimal")
DATE: Final = NamedNode(XSD + "date")
YEAR: Final = NamedNode(XSD + "gYear")
YEAR_MONTH: Final = NamedNode(XSD + "gYearMonth")
ANY_URI: Final = NamedNode(XSD + "anyURI")

Value = str | int | float | bool | Decimal | date | datetime


def text(value: str) -> Literal:
    """Return a plain string."""
    return Literal(value)


def english(value: str) -> Literal:
    """Return a text in English."""
    return Literal(value, language="en")


def whole(value: int) -> Literal:
    """Return an xsd:integer."""
    return Literal(str(value), datatype=INTEGER)


@lru_cache(maxsize=8192)
def day(value: date) -> Literal:
    """Return an xsd:date."""
    return Literal(value.isoformat(), datatype=DATE)


@lru_cache(maxsize=8192)
def partial(value: PartialDate) -> Literal:
    """Return a partial date as xsd:gYear, xsd:gYearMonth or xsd:date.

    >>> from comity.rdf.dates import PartialDate
    >>> partial(PartialDate(2024, 6)).datatype.value
    'http://www.w3.org/2001/XMLSchema#gYearMonth'
    """
    kind = DATE if value.day else YEAR_MONTH if value.month else YEAR
    return Literal(str(value), datatype=kind)


_READERS: Final[Mapping[str, Callable[[str], Value]]] = {
    **dict.fromkeys((XSD + "integer", XSD + "int", XSD + "long", XSD + "nonNegativeInteger"), int),
    **dict.fromkeys((XSD + "double", XSD + "float"), float),
    DECIMAL.value: Decimal,
    DATE.value: date.fromisoformat,
    XSD + "dateTime": datetime.fromisoformat,
    XSD + "boolean": lambda lexical: lexical in {"true", "1"},
}


def value_of(literal: Literal) -> Value:
    """Return the Python value of a literal; a text where no other type fits.

    Partial dates (gYear, gYearMonth) stay texts, since they are not days.
    """
    read = _READERS.get(literal.datatype.value, str)
    try:
        return read(literal.value)
    except (ValueError, ArithmeticError):
        return literal.value
