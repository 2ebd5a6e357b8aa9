"""`python -m postil`."""

from postil.cli import main

main()
