"""A folder of files, sent packed as hosts of still sites send them: `... FOLDER PORT`."""

import sys
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import IO, Any


class _Packed(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    extensions_map = {**SimpleHTTPRequestHandler.extensions_map, ".wasm": "application/wasm"}

    def send_head(self) -> IO[bytes] | Any:
        """The file, or where there is one beside it that is packed by gzip, that one."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        packed = path.with_name(f"{path.name}.gz")
        if not packed.is_file() or "gzip" not in self.headers.get("Accept-Encoding", ""):
            return super().send_head()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(packed.stat().st_size))
        self.end_headers()
        return packed.open("rb")

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def serving(folder: Path, port: int) -> ThreadingHTTPServer:
    """A server of the folder on a port of loopback, or where that is 0, on a free one."""
    return ThreadingHTTPServer(("127.0.0.1", port), partial(_Packed, directory=str(folder)))


if __name__ == "__main__":
    serving(Path(sys.argv[1]), int(sys.argv[2])).serve_forever()
