"""Addresses that others wrote: judged before the system's browser gets them."""
