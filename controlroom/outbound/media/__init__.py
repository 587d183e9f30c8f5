"""Photos and clips on their way out: looked at, edited, and made as each network takes them.

All of it happens in a process of its own (`room`, `worker`): what comes from outside is decoded
nowhere else.
"""
