"""One of a thing is told in the singular: `1 plats`, `1 region lacks`, in every phrase there is."""

import re
from typing import Final

# The plural of what is counted, and of a verb that follows it, with the word for one alone.
_WORDS: Final = {
    "sv": """
        platser plats | vårdplatser vårdplats | regioner region | patienter patient
        månader månad | dagar dag | timmar timme | sekunder sekund | miljoner miljon
        heltider heltid | avdelningar avdelning | enheter enhet | rader rad | celler cell
        frågor fråga | varningar varning | regelträffar regelträff | upplysningar upplysning
        kolumner kolumn | procentenheter procentenhet | gånger gång | decimaler decimal
        standardavvikelser standardavvikelse | sjuksköterskor sjuksköterska | kronor krona
        andra_regioner annan_region | fler_platser plats_till | siffror siffra
        disponibla_vårdplatser disponibel_vårdplats | lediga_platser ledig_plats
        månader_avviker månad_avviker | värden_är värde_är | celler_är cell_är
    """,
    "en": """
        beds bed | regions region | patients patient | months month | days day | hours hour
        seconds second | wards ward | units unit | rows row | cells cell | questions question
        warnings warning | errors error | faults fault | figures figure | columns column
        values value | years year | times time | characters character | decimals decimal
        observations observation | measures measure | calls call | terms term
        percentage_points percentage_point | points point | full-time_posts full-time_post
        registered_nurses registered_nurse | other_regions other_region
        regions_lack region_lacks | regions_have region_has | regions_are region_is
        regions_need region_needs | figures_have figure_has | errors_are error_is
        values_are value_is | cells_are cell_is | calls_are call_is
        observations_are observation_is
        beds_are bed_is | beds_were bed_was | beds_have bed_has | months_stand month_stands
    """,
}
_ONES: Final = {
    plural.replace("_", " "): one.replace("_", " ")
    for words in _WORDS.values()
    for plural, one in (
        pair.split() for pair in " | ".join(words.split("\n")).split("|") if pair.strip()
    )
}
# The longest first, so that a verb goes with its noun. No part of `21 platser`, `0,1 platser`.
_ONE: Final = re.compile(
    r"(?<![\d.,:–\u00a0])([+−]?1) ("
    + "|".join(map(re.escape, sorted(_ONES, key=len, reverse=True)))
    + r")\b"
)


def agreed(text: str) -> str:
    """The text with what there is one of in the singular: `1 platser` becomes `1 plats`."""
    return _ONE.sub(_single, text) if "1 " in text else text


def _single(found: re.Match[str]) -> str:
    return f"{found[1]} {_ONES[found[2]]}"


class Template(str):
    """A phrase with places to fill in, whose filled text agrees with its numbers."""

    __slots__ = ()

    def format(self, *args: object, **values: object) -> str:
        return agreed(super().format(*args, **values))
