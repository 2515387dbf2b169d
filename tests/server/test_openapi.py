from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, settings
from openapi_spec_validator import validate
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from tests.server.serving import serving

from comity.queries.named import named_queries
from comity.server.app import application
from comity.server.limits import Limits
from comity.server.openapi import openapi
from comity.server.service import Service

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import httpx

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]
DOCUMENT = openapi("http://127.0.0.1")
schemathesis.serializer.alias("application/sparql-query", "text/plain")
SCHEMA = schemathesis.openapi.from_dict(DOCUMENT)
# a store of another day takes seconds to make; days have tests of their own
DAYS = ("as-of", "known-by", "certain")


def test_the_document_is_openapi(client: httpx.Client) -> None:
    document = client.get("/openapi.json").json()
    validate(document)
    assert document["openapi"].startswith("3.1")
    assert document["servers"] == [{"url": str(client.base_url).rstrip("/")}]


def test_every_route_is_described(tmp_path: Path) -> None:
    app = application(Service(tmp_path, Limits()))
    described = set(DOCUMENT["paths"])
    for route in app.routes:
        path = route.path.replace(":path", "")  # type: ignore[attr-defined]  # all are routes
        if path not in {"/queries/{name}", "/static/{name}"}:
            assert path in described


def test_every_named_query_is_a_path_with_its_parameters() -> None:
    for name, query in named_queries().items():
        operation = DOCUMENT["paths"][f"/queries/{name}"]["get"]
        described = {each["name"]: each for each in operation["parameters"] if "name" in each}
        for parameter in query.parameters:
            assert described[parameter.name]["required"] == query.needs(parameter)
            default = described[parameter.name]["schema"].get("default")
            assert str(default) == str(parameter.default)


def test_names_of_operations_are_unique() -> None:
    paths = DOCUMENT["paths"].values()
    ids = [operation["operationId"] for path in paths for operation in path.values()]
    assert len(ids) == len(set(ids))


@pytest.fixture(scope="module")
def bounded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server that gives no large answers: what is tested is their form."""
    with serving(tmp_path_factory.mktemp("server"), rows=2000, time_limit=60) as served:
        yield served.url


def bounded_run(examples: int) -> settings:
    return settings(
        max_examples=examples,
        deadline=None,
        derandomize=True,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )


def check(case: schemathesis.Case, address: str) -> None:
    for name in DAYS:
        (case.query or {}).pop(name, None)
    response = case.call(base_url=address, timeout=60)
    case.validate_response(response, checks=CHECKS)


# a study takes a minute of a core; those of a small world are asked for in test_studies
@SCHEMA.exclude(path_regex="^/((queries|networks)/|atlas$)").parametrize()
@bounded_run(3)
def test_answers_are_as_described(case: schemathesis.Case, bounded: str) -> None:
    check(case, bounded)


@SCHEMA.include(path_regex="^/queries/").parametrize()
@bounded_run(1)
def test_answers_of_named_queries_are_as_described(case: schemathesis.Case, bounded: str) -> None:
    check(case, bounded)


@pytest.mark.parametrize("query", ["as-of=2023-10-02", "as-of=2023-10-02&certain=true"])
@pytest.mark.parametrize("path", ["/queries/members", "/claims", "/sources", "/id/nation/jpn"])
def test_days_are_as_described(client: httpx.Client, path: str, query: str) -> None:
    assert client.get(f"{path}?{query}&format=json").status_code == 200
