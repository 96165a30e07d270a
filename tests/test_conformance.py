"""What the API's description says is what it does: schemathesis, every operation, with data right and wrong."""

import json
import re

import schemathesis
from hypothesis import HealthCheck, settings
from page_fake import CALM, Fake
from schemathesis.specs.openapi.checks import positive_data_acceptance

from ui.limits import Limits
from ui.server import create_app

# No rate is kept, as all of it comes from one client at once.
APP = create_app(Fake(CALM), names=["*"], limits=Limits(burst=0), page=False)
described = schemathesis.openapi.from_asgi("/api/openapi.json", APP)


@described.parametrize()
@settings(max_examples=12, derandomize=True, suppress_health_check=list(HealthCheck))
def test_every_operation_does_what_is_described(case: schemathesis.Case) -> None:
    # That the last message has to be the user's is more than a schema can say.
    excluded = [positive_data_acceptance] if case.path == "/v1/chat/completions" else []
    case.call_and_validate(excluded_checks=excluded)


def test_everything_that_is_referred_to_is_described() -> None:
    schemas = described.raw_schema["components"]["schemas"]
    referred = set(re.findall(r"#/components/schemas/(\w+)", json.dumps(described.raw_schema)))
    assert referred <= set(schemas)
    assert [name for name, schema in schemas.items() if not schema.get("description")] == []
