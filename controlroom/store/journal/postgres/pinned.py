"""How every function of ours is made, so that nothing a caller sets can change what it means."""

PINNED = """
    SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
    SET standard_conforming_strings = on
"""
