"""The public search: ranked results with reasons, what narrows them, what else bears the words, help in typing."""
