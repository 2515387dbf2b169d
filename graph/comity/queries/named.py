"""Named queries: questions that have been asked before.

In: `ontology/queries/*.rq`, whose header names a title, a question and typed parameters with their
defaults. Out: `NamedQuery` values, and the SPARQL text for given parameters. A parameter stands in
the text as `$name` and is replaced by a term, so the text runs on any SPARQL 1.1 engine. What does
not belong here: evaluation.

A line of the header says `# param: NAME TYPE [optional | = DEFAULT] -- MEANING`. The type is
`entity`, a kind of entity such as `mission`, `relation`, `provision`, `date`, `integer` or `text`.
An optional parameter that is not given stays a variable, so that it is not asked for. A text with
marks (see
`comity.queries.moments`) answers for any moment; its parameter `day`, if it has one, is the day of
that moment, and need not be given. A line `# about: things` says that a text asks of no claim, so
that it needs no marks. A line `# evaluate-here-on: PRODUCT -- WHY` names a kind of store that
answers it wrongly or slowly, and is asked for statements alone.
"""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal

from comity import resources
from comity.errors import BadDate, BadIdentifier, BadParameter, UnknownName, Unreadable
from comity.queries.moments import ALWAYS, RESERVED, at_moment, has_marks
from comity.rdf import literals
from comity.rdf.dates import parse_day
from comity.rdf.namespaces import ENTITY_KINDS, iri, parse_identifier
from comity.rdf.query_files import QueryFile, read_query_files
from comity.rdf.vocabulary import CONCEPTS, RELATIONS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from pyoxigraph import NamedNode

    from comity.rdf.dates import Moment

_TYPES: Final = ("entity", *ENTITY_KINDS, "relation", "provision", "date", "integer", "text")
_PARAMETER: Final = re.compile(
    rf"(?P<name>[a-z_]+) (?P<type>{'|'.join(_TYPES)})"
    r"(?:(?P<optional> optional)| = (?P<default>.+?))? -- (?P<meaning>.+)"
)
_PLACEHOLDER: Final = re.compile(r"\$([a-z_]+)")
_DAY: Final = "day"
_HERE: Final = "evaluate-here-on"


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of a named query.

    Attributes:
        name: Its name.
        type: `entity`, a kind of entity, `relation`, `provision`, `date`, `integer` or `text`.
        default: Text that stands for it when it is not given; None without one.
        meaning: What it means, in words.
        is_optional: Whether it may be left out without a default; all its values are meant then.
    """

    name: str
    type: str
    default: str | None
    meaning: str
    is_optional: bool = False

    @property
    def is_entity(self) -> bool:
        """Whether its value is the id of a thing."""
        return self.type == "entity" or self.type in ENTITY_KINDS


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A question with a name.

    Attributes:
        name: Its name, such as `artemis-signatories`.
        title: A few words.
        question: The question in words.
        parameters: Its parameters, in the order of the header.
        text: The SPARQL text with placeholders.
        about_things: Whether it asks of no claim, so that its answer is the same at any moment.
        evaluate_here_on: Why it is not evaluated by a store elsewhere, by the name of its product.
    """

    name: str
    title: str
    question: str
    parameters: tuple[Parameter, ...]
    text: str
    about_things: bool = False
    evaluate_here_on: Mapping[str, str] = field(default_factory=dict)

    @property
    def carries_moment(self) -> bool:
        """Whether its text answers for any moment on the whole record."""
        return self.about_things or has_marks(self.text)

    def needs(self, parameter: Parameter) -> bool:
        """Tell whether a parameter must be given."""
        is_moment = parameter.name == _DAY and self.carries_moment
        return parameter.default is None and not (parameter.is_optional or is_moment)

    def sparql(
        self,
        values: Mapping[str, str] | None = None,
        moment: Moment = ALWAYS,
        today: date | None = None,
        *,
        is_shown: bool = False,
    ) -> str:
        """Return the SPARQL text for given parameters and a moment.

        Args:
            values: Texts by parameter.
            moment: The moment asked for; a parameter `day` takes part in it.
            today: The day of the snapshot.
            is_shown: Whether the store that is asked shows what the moment shows and nothing else,
                so that the text need not say it again.

        Raises:
            BadParameter: A parameter is unknown, missing, or not of its type, or `day` is another
                day than that of the moment.
        """
        given = dict(values or {})
        terms = {}
        for parameter in self.parameters:
            value = given.pop(parameter.name, None)
            if parameter.name == _DAY:
                value, moment = self._day(value, moment)
            value = parameter.default if value is None else value
            if value is None and parameter.name == _DAY and today:
                value = today.isoformat()
            if value is not None:
                terms[parameter.name] = str(self._term(parameter, value))
            elif self.needs(parameter):
                problem = f"must be given: {parameter.name}=… ({parameter.meaning})"
                raise BadParameter(self.name, parameter.name, problem)
        for name in given:
            known = ", ".join(parameter.name for parameter in self.parameters) or "none"
            raise BadParameter(self.name, name, f"is unknown (parameters: {known})")
        body = "\n".join(
            line
            if line.startswith("#")
            else _PLACEHOLDER.sub(lambda match: terms.get(match[1], match[0]), line)
            for line in self.text.splitlines()
        )
        return at_moment(body, moment, today, is_shown=is_shown) + "\n"

    def _day(self, value: str | None, moment: Moment) -> tuple[str | None, Moment]:
        """Return the parameter `day` and the moment, each with what the other says."""
        if value is None:
            return moment.as_of.isoformat() if moment.as_of else None, moment
        try:
            day = parse_day(value)
        except BadDate as problem:
            raise BadParameter(self.name, _DAY, f"is wrong: {problem}") from problem
        if moment.as_of not in (None, day):
            words = f"is {day}, but the question is asked as of {moment.as_of}"
            raise BadParameter(self.name, _DAY, words)
        return value, replace(moment, as_of=day)

    def _term(self, parameter: Parameter, value: str) -> NamedNode | Literal:
        try:
            if parameter.is_entity:
                id_ = parse_identifier(value)
                if parameter.type not in ("entity", id_.partition("/")[0]):
                    words = f"is wrong: {id_} is not of the kind {parameter.type}"
                    raise BadParameter(self.name, parameter.name, words)
                return iri(id_)
            match parameter.type:
                case "relation":
                    return RELATIONS[value].iri
                case "provision":
                    return CONCEPTS["ProvisionScheme"][value]
                case "date":
                    return literals.day(parse_day(value))
                case "integer":
                    return literals.whole(int(value))
                case _:
                    return Literal(value)
        except (BadIdentifier, BadDate) as problem:
            raise BadParameter(self.name, parameter.name, f"is wrong: {problem}") from problem
        except KeyError as problem:
            known = RELATIONS if parameter.type == "relation" else CONCEPTS["ProvisionScheme"]
            nearest = difflib.get_close_matches(value, known, n=1)
            hint = f"; did you mean {nearest[0]}?" if nearest else ""
            words = f"is wrong: no {parameter.type} {value!r}{hint}"
            raise BadParameter(self.name, parameter.name, words) from problem
        except ValueError as problem:
            words = f"is wrong: {value!r} is not a whole number"
            raise BadParameter(self.name, parameter.name, words) from problem


@cache
def named_queries() -> Mapping[str, NamedQuery]:
    """Return all named queries by name, in the order of their names.

    Raises:
        Unreadable: A file of the ontology cannot be read or has a wrong header.
    """
    files = read_query_files(resources.ontology_folder() / "queries")
    return {file.name: _from_file(file) for file in files}


def named_query(name: str) -> NamedQuery:
    """Return a named query.

    Raises:
        UnknownName: There is none with that name; the nearest are offered.
    """
    queries = named_queries()
    if name not in queries:
        nearest = difflib.get_close_matches(name, queries, n=2)
        raise UnknownName("named query", name, nearest, "see `comity queries`")
    return queries[name]


def _from_file(file: QueryFile) -> NamedQuery:
    parameters = []
    for line in file.header.get("param", ()):
        match = _PARAMETER.fullmatch(line)
        if match is None:
            raise Unreadable(
                f"{file.name}.rq", f"its header line `param: {line}` is not understood"
            )
        name, type_, optional, default, meaning = match.groups()
        parameters.append(Parameter(name, type_, default, meaning, optional is not None))
    declared = {parameter.name for parameter in parameters}
    body = [line for line in file.text.splitlines() if not line.startswith("#")]
    used = set(_PLACEHOLDER.findall("\n".join(body))) - RESERVED
    if has_marks(file.text):
        used |= declared & {_DAY}
    if used != declared:
        odd = ", ".join(sorted(used ^ declared))
        raise Unreadable(f"{file.name}.rq", f"declared and used parameters differ: {odd}")
    return NamedQuery(
        file.name,
        file.word("title"),
        file.word("question"),
        tuple(parameters),
        file.text,
        about_things=list(file.header.get("about", ())) == ["things"],
        evaluate_here_on=dict(_product(file, line) for line in file.header.get(_HERE, ())),
    )


def _product(file: QueryFile, line: str) -> tuple[str, str]:
    product, dashes, why = line.partition(" -- ")
    if not dashes:
        raise Unreadable(f"{file.name}.rq", f"its header line `{_HERE}: {line}` is not understood")
    return product, why
