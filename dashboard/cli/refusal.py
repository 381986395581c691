"""The one way a command says no."""


class Refused(Exception):  # noqa: N818 - it is no error of ours but an answer.
    """What is asked cannot be done; the message says why and what to do, in English."""
