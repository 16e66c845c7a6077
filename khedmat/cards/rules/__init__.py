"""The rules that one filled form is checked by: pure, declarative, one entry a rule."""
