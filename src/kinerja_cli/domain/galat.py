"""The one exception that a person may cause: the run cannot go on, and says why in one line."""


class KinerjaError(Exception):
    """The run cannot go on; the message is one Indonesian sentence with the remedy."""
