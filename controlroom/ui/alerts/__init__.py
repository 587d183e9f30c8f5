"""Alerts as a person sees and makes them: bell, toasts, sounds, rules."""
