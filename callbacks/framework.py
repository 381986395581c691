"""How the application is made of Dash: it lays out, registers and answers.

Documents are written by the server and a page's own script asks its callback, so that nothing of
what Dash loads into a browser is needed; `tests/callbacks/test_framework.py` holds what is expected
of the questions and the answers.
"""

from typing import Any

# Files come from here, and nothing is looked up elsewhere.
OPTIONS: dict[str, Any] = {
    "title": "Vårdplatsläget",
    "update_title": "",
    "include_assets_files": False,
    "serve_locally": True,
    "enable_mcp": False,
    "use_async": False,
    # Ids are checked by the tests on every page.
    "suppress_callback_exceptions": True,
}
# How an answer is packed on its way: by brotli, a step above what is usual, before zstd. The answer
# to a touch is a tenth smaller so than by either as they come, and takes 0.2 ms more. It fits in a
# window of 64 kB; the memory of brotli's usual one, of 4 MB, is asked for anew at each answer.
PACKING: dict[str, Any] = {
    "COMPRESS_ALGORITHM": ["br", "zstd", "gzip", "deflate"],
    "COMPRESS_BR_LEVEL": 5,
    "COMPRESS_BR_WINDOW": 16,
}
