"""`python -m controlroom`."""

from controlroom.cli import main

main()
