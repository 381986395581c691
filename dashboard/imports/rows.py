"""A region-month as it must be: every figure of an import passes through here."""

from functools import cache
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError, model_validator
from pydantic_core import PydanticCustomError

from dashboard.imports.measures import MOST, NAMES, Measure
from dashboard.language import formatting
from dashboard.language.text import Text
from dashboard.reference.regions import CODES
from dashboard.spreadsheets.faults import Wrong

_NEGATIVE = Text(
    "{} är mindre än noll, som {} aldrig är. Rätta talet.",
    "{} is less than zero, which {} never is. Correct the number.",
)
_TOO_LARGE = Text(
    "{} är mer än {} kan vara ({}). Kontrollera enhet och decimaltecken.",
    "{} is more than {} can be ({}). Check the unit and the decimal sign.",
)
_NOT_FINITE = Text("{} är inget ändligt tal.", "{} is not a finite number.")
_OTHER = Text("Värdet kan inte användas: {}.", "The value cannot be used: {}.")


class RegionMonth(BaseModel):
    """One figure: a measure of a region in a month, for one care area and stream."""

    model_config = ConfigDict(frozen=True, defer_build=True)

    region: Annotated[str, Field(pattern=f"^({'|'.join(CODES)})$")]
    month: Annotated[str, Field(pattern=r"^(199\d|20\d\d|2100)-(0[1-9]|1[0-2])$")]
    care: Literal["somatic", "psychiatric"]
    stream: Literal["all", "acute", "planned"]
    measure: Measure
    value: Annotated[float, Field(ge=0, allow_inf_nan=False, strict=True)]

    @model_validator(mode="after")
    def _is_possible(self) -> "RegionMonth":
        if self.value > MOST[self.measure]:
            raise PydanticCustomError("too_large", "more than a region can have")
        return self


@cache
def _adapter() -> TypeAdapter[RegionMonth]:
    return TypeAdapter(RegionMonth)


def checked(said: dict[str, str], value: float) -> RegionMonth:
    """The row of a figure; `said` has region, month, care, stream and measure.

    Raises:
        Wrong: the row is not as it must be; rule and sentence say how.
    """
    try:
        return _adapter().validate_python({**said, "value": value})
    except ValidationError as error:
        raise _wrong(said["measure"], value, error) from error


def _wrong(measure: str, value: float, error: ValidationError) -> Wrong:
    fault = error.errors(include_url=False, include_context=False)[0]
    name = NAMES[measure]
    lower = Text(name.sv[:1].lower() + name.sv[1:], name.en[:1].lower() + name.en[1:])
    shown = Text(*(_plain(value, lang) for lang in ("sv", "en")))
    if fault["type"] == "greater_than_equal":
        return Wrong("negative", _NEGATIVE.format(shown, lower))
    if fault["type"] == "too_large":
        most = Text(*(formatting.number(MOST[measure], 0, lang) for lang in ("sv", "en")))
        return Wrong("too_large", _TOO_LARGE.format(shown, lower, most))
    if fault["type"] == "finite_number":
        return Wrong("finite", _NOT_FINITE.format(shown))
    return Wrong(str(fault["type"]), _OTHER.format(fault["msg"]))


def _plain(value: float, lang: str) -> str:
    text = f"{value:.10g}"
    return text.replace(".", ",") if lang == "sv" else text
