"""The columns of the files of the evaluation, and the words of their cells."""

from dashboard.language.text import Text
from dashboard.statistics.signal_words import SIGNAL_WORDS

HEADINGS = {
    "model": Text("Modell", "Model"),
    "fitted": Text("Modellens värde", "Value of the model"),
    "expected": Text("Väntat utan satsningen", "Expected without the effort"),
    "signal": Text("Dom", "Verdict"),
    "area": Text("Område", "Area"),
}
WORDS: dict[str, dict[str, Text]] = {
    "signal": {str(signal): words for signal, words in SIGNAL_WORDS.items()},
}
