"""What the product knows: words, nouns, verbs, pictures, papers and doors, without Dash."""

import os

# Matrices are small here: with threads of its own numpy takes twice the processor time for a
# build and no less time. It reads this when it is loaded, which is after.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
