"""One function per command: read, decide, write."""
