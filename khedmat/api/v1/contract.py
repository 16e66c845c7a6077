"""The API object: how it writes JSON, and what its contract says of errors."""

from typing import Any

from ninja import NinjaAPI
from ninja.renderers import JSONRenderer

from khedmat.api import problems


class PersianJSON(JSONRenderer):
    """Persian as Persian, line by line."""

    json_dumps_params = problems.READABLE


class ProblemAPI(NinjaAPI):
    """Its contract says what its errors are: problem documents, which ninja would call plain JSON."""

    def get_openapi_schema(self, **options: Any) -> Any:
        schema = super().get_openapi_schema(**options)
        for path in schema["paths"].values():
            for operation in path.values():
                problems.declare(operation["responses"])
        return schema


api = ProblemAPI(
    title="Khedmat",
    version="1.0.0",
    urls_namespace="api",
    docs_url=None,
    renderer=PersianJSON(),
    openapi_url="/openapi.json",
    description="Published identity cards of public services. Null: the form does not say; see `undecided`.",
)
problems.register(api)
