"""Options of the form by group and value, in printed order, from `tables/options.txt`."""

from khedmat.importing.readers.tables import table

OPTIONS: dict[str, dict[str, tuple[str, ...]]] = {}
for _name, _phrases in table("options").items():
    _group, _value = _name.split(".")
    OPTIONS.setdefault(_group, {})[_value] = _phrases
