"""The groups a region can be compared with, in words."""

from dashboard.language.text import Text

GROUPS = {
    "similar": Text("liknande regioner", "similar regions"),
    "healthcare": Text("samverkansregionen", "the healthcare region"),
    "university": Text("regioner med universitetssjukhus", "university hospital regions"),
    "size": Text("regioner av samma storlek", "regions of the same size"),
    "all": Text("alla andra regioner", "all other regions"),
    "own": Text("egna valda regioner", "regions of your own choice"),
}
NO_PEERS = Text(
    "Ingen region att jämföra med. Välj en region, en annan grupp eller egna regioner.",
    "No region to compare with. Choose a region, another group or regions of your own.",
)
