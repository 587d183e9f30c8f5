"""Damage: found by `soundness`, answered by `salvage`. Neither ever changes the damaged file."""
