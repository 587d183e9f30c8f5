"""A column in a surge: near copies in groups, single posts by a rule, everything kept."""
