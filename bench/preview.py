"""A preview: how long from saving a record until its new page is served."""

from __future__ import annotations

import http.client
import os
import signal
import socket
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

from bench.measure import processor
from bench.tools import PAGE, Tool, edited, record_to_edit

_POLL = 0.005
_REST = 2.0


@dataclass(frozen=True, slots=True)
class Preview:
    """Seconds until the first page, from each save to the new page, and the part of a processor used at rest."""

    start: float
    saves: tuple[float, ...]
    idle: float
    status: str


def preview(tool: Tool, folder: Path, *, edits: int, timeout: float) -> Preview:
    """Serve a site, save a record some times, and end the server."""
    port = _free_port()
    command = [word.replace("{port}", str(port)) for word in tool.serve]
    with (folder / "serve.log").open("wb") as said:
        start = time.perf_counter()
        server = subprocess.Popen(
            command, cwd=folder, stdin=subprocess.DEVNULL, stdout=said, stderr=said, start_new_session=True
        )
        try:
            first = _served(port, tool.mount, "", start, timeout, server)
            if first is None:
                return Preview(0, (), 0, "no start")
            idle = _idle(server.pid)
            saves = [_save(tool, folder, port, number, timeout, server) for number in range(edits)]
            return Preview(
                first, tuple(s for s in saves if s is not None), idle, "ok" if None not in saves else "timeout"
            )
        finally:
            _end(server)


def _save(
    tool: Tool, folder: Path, port: int, number: int, timeout: float, server: subprocess.Popen[bytes]
) -> float | None:
    mark = f"{number}{time.time_ns()}"
    start = time.perf_counter()
    edited(record_to_edit(tool, folder), mark)
    if tool.after_edit:
        subprocess.run(tool.after_edit, cwd=folder, check=True)
    seconds = _served(port, tool.mount, mark, start, timeout, server)
    time.sleep(_REST)
    return seconds


def _served(
    port: int, mount: str, words: str, start: float, timeout: float, server: subprocess.Popen[bytes]
) -> float | None:
    """Seconds since the start until the claim's page has some words; nothing if it takes too long."""
    while time.perf_counter() - start < timeout and server.poll() is None:
        if (page := _get(port, f"{mount}{PAGE}")) is not None and words.encode() in page:
            return time.perf_counter() - start
        time.sleep(_POLL)
    return None


def _get(port: int, path: str) -> bytes | None:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=600)
    try:
        connection.request("GET", path)
        answer = connection.getresponse()
        return answer.read() if answer.status == 200 else None
    except (OSError, http.client.HTTPException):
        return None
    finally:
        connection.close()


def _idle(session: int) -> float:
    time.sleep(_REST)
    before = processor(session)
    time.sleep(2 * _REST)
    return (processor(session) - before) / (2 * _REST)


def _end(server: subprocess.Popen[bytes]) -> None:
    os.killpg(server.pid, signal.SIGINT)
    try:
        server.wait(10)
    except subprocess.TimeoutExpired:
        os.killpg(server.pid, signal.SIGKILL)
        server.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
