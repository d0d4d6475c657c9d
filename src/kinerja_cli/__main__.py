"""`python -m kinerja_cli` does what `kinerja` does."""

from kinerja_cli.cli import main

main()
