"""Whatever the API's description allows is answered as it says, and whatever it does not allow is refused."""

import pytest
import schemathesis
from fastapi import FastAPI
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, Phase, settings
from requests import Request
from schemathesis.core.transport import Response
from schemathesis.specs.openapi.checks import positive_data_acceptance

from onrecord.web import api
from onrecord.web.app import create_app
from onrecord.web.openapi import description

HERE = "http://127.0.0.1:8417"


def described():
    """The API's own description, without a record behind it."""
    app = FastAPI(title="OnRecord", version="0")
    app.include_router(api.router)
    return schemathesis.openapi.from_dict(description(app))


schema = described()


@pytest.fixture(scope="module")
def client(filled):
    app = create_app(filled)
    client = TestClient(app, base_url=HERE, raise_server_exceptions=False)
    client.headers["X-CSRF-Token"] = client.get("/api/session").json()["csrf_token"]
    yield client
    app.state.record.close()


@schema.parametrize()
@settings(
    max_examples=4, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck),
    phases=[Phase.generate],
)  # fmt: skip
def test_the_api_is_as_described(case, client):
    given = case.as_transport_kwargs(base_url=HERE)
    headers = {name: value for name, value in given["headers"].items() if name.lower() == "content-type"}
    answer = client.request(
        given["method"], given["url"], params=given.get("params"), headers=headers, json=given.get("json"),
        content=given.get("data"),
    )  # fmt: skip
    assert answer.status_code < 500
    sent = Request(given["method"], str(answer.request.url)).prepare()
    case.validate_response(
        Response(
            status_code=answer.status_code, headers={name: [value] for name, value in answer.headers.items()},
            content=answer.content, request=sent, elapsed=0.0, verify=False,
        ),
        excluded_checks=[positive_data_acceptance],  # no schema can say which cursors are ours
    )  # fmt: skip
