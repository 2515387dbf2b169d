import inspect
import json
import re

import pytest

from comity import errors, resources
from comity.errors import ComityError, QuerySyntax, ServerBusy, UnknownName
from comity.server.problems import ROUTES, STATUSES, problem_from_worker, problem_of, status_of

CLASSES = [
    found
    for _, found in inspect.getmembers(errors, inspect.isclass)
    if issubclass(found, ComityError)
]


@pytest.mark.parametrize("found", CLASSES, ids=lambda found: found.__name__)
def test_every_error_has_a_status_of_its_kind(found: type[ComityError]) -> None:
    is_clients = issubclass(found, errors.BadInput)
    assert (400 <= status_of(found) < 500) if is_clients else status_of(found) >= 422


def test_the_most_exact_class_decides() -> None:
    assert status_of(errors.BadInput) == 400
    assert status_of(errors.UnknownName) == 404
    assert status_of(errors.ServerBusy) == 503
    assert set(STATUSES) <= set(CLASSES)


def test_a_problem_has_the_fields_of_its_error() -> None:
    answer = problem_of(QuerySyntax("the query ends too early", 2, 7))
    assert answer.media_type == "application/problem+json"
    assert json.loads(answer.body) == {
        "type": "https://w3id.org/comity/problems/query-syntax",
        "title": "Query syntax",
        "status": 400,
        "detail": "query: line 2, column 7: the query ends too early",
        "problem": "the query ends too early",
        "line": 2,
        "column": 7,
    }


def test_who_may_try_again_is_told_when() -> None:
    assert problem_of(ServerBusy("x")).headers["retry-after"] == "5"


def test_who_asks_over_http_is_told_routes_and_no_commands() -> None:
    told = json.loads(problem_of(UnknownName("thing", "x", (), "see `comity search`")).body)
    assert told["detail"] == "no thing 'x'; see /search?q=NAME"
    assert told["look"] == "see /search?q=NAME"


def test_every_command_that_an_error_names_has_a_route() -> None:
    told_to_operators = {"build", "publish", "validate"}
    code = [
        line
        for path in resources.PACKAGE.rglob("*.py")
        if path.relative_to(resources.PACKAGE).parts[0] not in {"cli", "notebook", "server"}
        for line in path.read_text(encoding="utf-8").splitlines()
        if '"' in line
    ]
    named = {name for line in code for name in re.findall(r"`comity ([a-z]+)", line)}
    assert named >= {"search", "claims"}
    assert {f"`comity {name}`" for name in named - told_to_operators} <= set(ROUTES)


def test_a_workers_error_looks_like_any_other() -> None:
    error = UnknownName("thing", "nation/chi", ["nation/chn"])
    details = {"message": str(error), "fields": vars(error)}
    one, other = problem_of(error), problem_from_worker("UnknownName", details)
    assert (one.status_code, one.body) == (other.status_code, other.body)
