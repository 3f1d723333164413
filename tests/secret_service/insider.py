"""Runs inside a D-Bus session of its own: starts the keyring daemon and does what a test requests, line by line.

Requests and replies are lines of JSON on a socket, because an argument list would show the secrets, and the bus and its
daemons write to stdout too.
"""

from __future__ import annotations

import faulthandler
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import closing

import jeepney  # type: ignore[import-untyped]
import secretstorage

from consentui.errors import VaultError
from consentui.profile import vault

STOPPED: list[int] = []
"""The process ids of the stopped daemons, which are continued at the end so that they end with their bus."""
BROKER = jeepney.DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus")


def unlock(password: str) -> None:
    """Restart the daemon with its default keyring open; the keyring is made if there is none."""
    daemon = ["gnome-keyring-daemon", "--replace", "--unlock", "--components=secrets"]
    subprocess.run(daemon, input=password, text=True, check=True)
    while not has_owner("org.freedesktop.secrets"):  # asking for the service too early starts a second daemon
        time.sleep(0.01)


def has_owner(name: str) -> bool:
    """Whether a program answers to this name on the bus."""
    with closing(secretstorage.dbus_init()) as bus:
        reply = bus.send_and_get_reply(jeepney.new_method_call(BROKER, "NameHasOwner", "s", (name,)))
        return bool(reply.body[0])


def lock() -> None:
    """Lock the default keyring."""
    with closing(secretstorage.dbus_init()) as bus:
        secretstorage.get_default_collection(bus).lock()


def open_a_window_that_nobody_answers() -> None:
    """Stand in for the desktop's password prompter: accept the request to show a window, and never report back."""
    bus = secretstorage.dbus_init()
    name = ("org.gnome.keyring.SystemPrompter", 0)
    bus.send_and_get_reply(jeepney.new_method_call(BROKER, "RequestName", "su", name))

    def accept() -> None:
        while True:
            message = bus.receive()
            if message.header.message_type is jeepney.MessageType.method_call:
                bus.send(jeepney.new_method_return(message))

    threading.Thread(target=accept, daemon=True).start()


def stop_the_daemon() -> None:
    """Suspend the daemon, so that it runs but no longer answers."""
    with closing(secretstorage.dbus_init()) as bus:
        ask = jeepney.new_method_call(BROKER, "GetConnectionUnixProcessID", "s", ("org.freedesktop.secrets",))
        STOPPED.append(int(bus.send_and_get_reply(ask).body[0]))
    os.kill(STOPPED[-1], signal.SIGSTOP)


def run(*arguments: str) -> list[object]:
    """Run consentui; return its exit code, its output, and how many seconds it took."""
    start = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", "consentui", *arguments], capture_output=True, text=True, timeout=50, check=False
    )
    return [done.returncode, done.stdout + done.stderr, time.monotonic() - start]


def be_patient(seconds: float) -> None:
    """Set how long the vault waits for the keyring."""
    vault.PATIENCE_SECONDS = seconds


def unavailable_because() -> str | None:
    """The title of the reason why the keyring is unavailable; None if it is available."""
    error = vault.availability()
    return error.title if error else None


REQUESTS: dict[str, Callable[..., object]] = {
    function.__name__: function
    for function in (
        *(vault.store, vault.fetch, vault.forget, vault.kinds_kept, vault.backend_name),
        *(unlock, lock, open_a_window_that_nobody_answers, be_patient, unavailable_because, stop_the_daemon, run),
    )
}


def reply(name: str, *arguments: object) -> dict[str, object]:
    """The reply to a request: its result, or the parts of a VaultError."""
    try:
        return {"gives": REQUESTS[name](*arguments)}
    except VaultError as error:
        return {"refused": [error.title, error.detail, error.way_out]}


if __name__ == "__main__":
    faulthandler.dump_traceback_later(60, exit=True)  # a vault that hangs fails its test instead of blocking it
    with socket.socket(fileno=int(sys.argv[1])) as connection, connection.makefile("rw") as test:
        for line in test:
            test.write(json.dumps(reply(*json.loads(line))) + "\n")
            test.flush()
    for process in STOPPED:
        os.kill(process, signal.SIGCONT)
