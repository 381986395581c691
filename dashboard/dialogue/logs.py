"""Where agreements and plans are kept, as the settings say."""

from dashboard.dialogue import agreement_log, plan_log
from dashboard.releases.database.choice import log_of
from dashboard.settings import Settings
from dashboard.storage.chained_lines import ChainedLog


def agreements_log(settings: Settings) -> ChainedLog:
    """The log of agreements.

    Raises:
        ValueError: the address of the database is none.
    """
    return log_of(settings, agreement_log.LOG)


def plans_log(settings: Settings) -> ChainedLog:
    """The log of plans.

    Raises:
        ValueError: the address of the database is none.
    """
    return log_of(settings, plan_log.LOG)
