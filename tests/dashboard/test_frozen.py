"""A frozen class is the dataclass that the standard library would have made of it."""

import copy
import pickle
from collections.abc import Callable, Mapping
from dataclasses import FrozenInstanceError, asdict, dataclass, field, fields, is_dataclass, replace
from typing import Any

import pytest

from dashboard.frozen import frozen


def _of(made: Callable[[type], Any]) -> Any:
    class Place:
        """A place."""

        name: str
        beds: int = 0
        said: Mapping[str, str] = field(default_factory=dict)
        seen: float = field(default=0.0, compare=False, repr=False)

        @property
        def is_empty(self) -> bool:
            return not self.beds

    return made(Place)


@frozen
class Ward:
    """At a place where pickle finds it."""

    beds: int
    name: str = "A"

    def __post_init__(self) -> None:
        if self.beds < 0:
            raise ValueError("fewer than none")


@frozen(eq=False)
class Itself:
    """Equal to itself alone."""

    name: str


OURS, STANDARD = _of(frozen), _of(dataclass(frozen=True, slots=True))
ASKED: tuple[tuple[tuple[Any, ...], dict[str, Any]], ...] = (
    (("a",), {}),
    (("a", 3), {"seen": 2.0}),
    ((), {"name": "b", "said": {"x": "y"}}),
)


@pytest.mark.parametrize(("args", "named"), ASKED)
def test_it_holds_and_shows_what_the_standard_one_does(args: Any, named: Any) -> None:
    ours, standard = OURS(*args, **named), STANDARD(*args, **named)
    assert repr(ours) == repr(standard)
    assert asdict(ours) == asdict(standard)
    assert ours.is_empty is standard.is_empty
    assert asdict(replace(ours, beds=7)) == asdict(replace(standard, beds=7))


def test_it_declares_what_the_standard_one_does() -> None:
    assert is_dataclass(OURS)
    assert [one.name for one in fields(OURS)] == [one.name for one in fields(STANDARD)]
    for name in ("__slots__", "__match_args__", "__doc__", "__qualname__", "__module__"):
        assert getattr(OURS, name) == getattr(STANDARD, name)
    assert not hasattr(OURS("a"), "__dict__")


@pytest.mark.parametrize(
    ("args", "named"), [((), {}), (("a", 1, {}, 2.0, 5), {}), (("a",), {"no": 1})]
)
def test_what_the_standard_one_does_not_take_is_refused(args: Any, named: Any) -> None:
    for made in (OURS, STANDARD):
        with pytest.raises(TypeError):
            made(*args, **named)


def test_each_instance_has_a_default_of_its_own() -> None:
    assert OURS("a").said is not OURS("a").said


def test_equal_ones_are_one_key() -> None:
    assert OURS("a", seen=1.0) == OURS("a", seen=2.0)
    assert OURS("a") != OURS("b")
    assert OURS("a") != STANDARD("a")
    assert len({Ward(1), Ward(1, "A"), Ward(2)}) == 2
    with pytest.raises(TypeError):
        hash(OURS("a"))
    assert Itself("a") != Itself("a")
    assert len({Itself("a"), Itself("a")}) == 2


def test_nothing_of_it_is_changed() -> None:
    ward = Ward(1)
    with pytest.raises(FrozenInstanceError):
        ward.beds = 2  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del ward.beds
    with pytest.raises(FrozenInstanceError):
        ward.other = 2  # type: ignore[attr-defined]
    assert ward == Ward(1)


def test_it_is_copied_and_sent_to_another_process() -> None:
    ward = Ward(3, "B")
    assert copy.copy(ward) == copy.deepcopy(ward) == pickle.loads(pickle.dumps(ward)) == ward


def test_a_condition_is_asked() -> None:
    with pytest.raises(ValueError, match="fewer than none"):
        Ward(-1)
    with pytest.raises(ValueError, match="fewer than none"):
        replace(Ward(1), beds=-1)


def test_a_case_names_its_fields() -> None:
    match Ward(3):
        case Ward(beds, name):
            assert (beds, name) == (3, "A")
        case _:
            pytest.fail("no ward")


def test_a_class_with_a_base_is_refused() -> None:
    class Small(Itself):
        beds: int

    with pytest.raises(TypeError, match="Small has a base"):
        frozen(Small)
