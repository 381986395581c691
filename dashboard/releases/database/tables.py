"""The tables as they are now; `versions/` holds the steps that led here."""

from pathlib import Path

from alembic.config import Config
from alembic.runtime.environment import EnvironmentContext
from alembic.script import ScriptDirectory
from sqlalchemy import BigInteger, Column, Connection, DateTime, LargeBinary, MetaData, Table, Text

_HERE = Path(__file__).parent
_META = MetaData()

RELEASE = Table("vardplats_release", _META, Column("release", Text, primary_key=True))
FILE = Table(
    "vardplats_file",
    _META,
    Column("release", Text, primary_key=True),
    Column("name", Text, primary_key=True),
    Column("content", LargeBinary),
)
AUDIT = Table(
    "vardplats_audit",
    _META,
    Column("id", BigInteger, primary_key=True),
    Column("at", DateTime(timezone=True)),
    *(Column(name, Text) for name in ("action", "release", "by", "reason", "code_version")),
)
LOG_LINE = Table(
    "vardplats_log",
    _META,
    Column("log", Text, primary_key=True),
    Column("number", BigInteger, primary_key=True),
    Column("line", Text),
)


def bring_up_to_date(connection: Connection) -> None:
    """Take the steps that this database has not taken, all of them or none."""
    config = Config()
    config.set_main_option("script_location", str(_HERE))
    config.set_main_option("path_separator", "newline")
    config.set_main_option("version_locations", str(_HERE / "versions"))
    script = ScriptDirectory.from_config(config)
    with EnvironmentContext(
        config, script, fn=lambda taken, _: script._upgrade_revs("head", taken)
    ) as steps:
        steps.configure(connection=connection, version_table="vardplats_version")
        with steps.begin_transaction():
            steps.run_migrations()
