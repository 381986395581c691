"""What takes longest begins first, so that no worker is left alone with it at the end.

By their seconds on two processors; the soak is first since it waits for most of its minute.
"""

FIRST = (
    "benchmarks/test_soak.py",
    "browser/test_accessible.py",
    "browser/test_fonts.py",
    "browser/test_changes.py",
    "browser/test_effects.py",
    "benchmarks/test_rivals.py",
    "dashboard/releases/test_kills.py",
    "browser/test_compare.py",
    "test_leaks.py",
    "deploy/test_database.py",
    "spark/test_spark.py",
)
