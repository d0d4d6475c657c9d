"""The rules of the field: pure functions of values, standard library alone."""
