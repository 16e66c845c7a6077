"""What every piece of the contract is."""

from pydantic import BaseModel, ConfigDict


class Part(BaseModel):
    """A piece of the contract. Unknown names are refused, so a typing error is never silently lost."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)
