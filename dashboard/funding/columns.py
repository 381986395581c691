"""The columns of the files of the grant, and the words of their cells."""

from dashboard.funding.cells import REASONS
from dashboard.language.text import Text
from dashboard.values.columns import YES_NO

HEADINGS = {
    "population": Text("Folkmängd", "Population"),
    "cells_qualified": Text("Uppfyllda månadskrav", "Monthly requirements met"),
    "earned": Text("Intjänat (kr)", "Earned (SEK)"),
    "earned_over": Text("Intjänat, överbeläggningar (kr)", "Earned, overcrowding (SEK)"),
    "earned_out": Text("Intjänat, utlokaliserade (kr)", "Earned, outplacement (SEK)"),
    "bonus": Text("Bonus (kr)", "Bonus (SEK)"),
    "performance": Text("Prestationsmedel (kr)", "Performance money (SEK)"),
    "base": Text("Grundbelopp (kr, publicerat)", "Base (SEK, published)"),
    "total": Text("Summa (kr)", "Total (SEK)"),
    "rate_2023": Text("Värde 2023", "Value in 2023"),
    "rate_2024": Text("Värde 2024", "Value in 2024"),
    "place": Text("Plats bland regionerna", "Place among the regions"),
    "qualified_by": Text("Kvalificerad genom", "Qualified by"),
    "qualified_why": Text("Varför eller varför inte", "Why or why not"),
    "probability": Text("Sannolikhet att kvalificera (andel)", "Probability to qualify (share)"),
    "low_trust": Text("Låg tillit till siffran", "Low trust in the figure"),
    "over_2023": Text("Överbeläggningar 2023", "Overcrowding in 2023"),
    "over_2024": Text("Överbeläggningar 2024", "Overcrowding in 2024"),
    "out_2023": Text("Utlokaliserade 2023", "Outplacement in 2023"),
    "out_2024": Text("Utlokaliserade 2024", "Outplacement in 2024"),
    "noise_floor": Text(
        "Slumpens golv (andel av månadskraven)", "Noise floor (share of monthly requirements)"
    ),
    "share_real": Text("Andel till verklig förbättring", "Share paid to real improvement"),
    "run": Text("Simulerat år", "Simulated year"),
    "seed": Text("Frö", "Seed"),
    "improvement": Text("Verklig förbättring (procent)", "True improvement (per cent)"),
    "any_region": Text("Obetald, alla regioner", "Unpaid, all regions"),
    "lowest_third": Text("Obetald, lägsta tredjedelen", "Unpaid, lowest third"),
    "middle_third": Text("Obetald, mellersta tredjedelen", "Unpaid, middle third"),
    "highest_third": Text("Obetald, högsta tredjedelen", "Unpaid, highest third"),
}
WORDS: dict[str, dict[str, Text]] = {
    "qualified_by": {
        "improved": Text("förbättring", "improvement"),
        "top5": Text("bland de fem lägsta", "among the five lowest"),
    },
    "low_trust": YES_NO,
    "qualified_why": {str(reason): words for reason, words in REASONS.items()},
}
