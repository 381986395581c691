"""What Metod says of months that were reported and imported."""

from dashboard.language.text import Text

WORDS = (
    Text(
        "Lämnar en region sina platser för en månad försvinner allt skattat om den månaden där. "
        "Lämnar någon region ett mätetal visas de som inte har gjort det som saknade: rapporterat "
        "och skattat läggs aldrig ihop. Lämnas bara en andel räknas antalet som andelen gånger "
        "platserna, de skattade om inga har lämnats.",
        "Where a region delivers its beds for a month, everything estimated of that month there is "
        "gone. Where any region delivers a measure, those that have not are shown as missing: what "
        "is reported and what is estimated are never added up. Where only a rate is delivered the "
        "count is the rate times the beds, the estimated ones if none were delivered.",
    ),
    Text(
        "Rikets värde räknas på de regioner som har rapporterat. Har de 80–95 procent av platserna "
        "är det preliminärt, och har de mindre visas det inte. Avståndet till riktvärdet kräver "
        "alla 21. En ändring mellan två perioder räknas på de regioner som finns i båda. En "
        "rapporterad månad bedöms bara mot andra rapporterade, och gränser kräver tolv.",
        "The value of Sweden is that of the regions that have reported. With 80 to 95 per cent of "
        "the beds it is preliminary, and with less it is not shown. The distance to the guideline "
        "needs all 21. A change between two periods is over the regions that are in both. A "
        "reported month is judged by other reported months alone, and limits need twelve.",
    ),
)
