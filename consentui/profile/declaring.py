"""Writing a wish into an account's public record on atproto, or taking it back: shown first, read again afterwards.

The app password is fetched from the keyring only once the person has agreed to the change. It opens a session on the
server that was named, and the session is closed at the end.
"""

from __future__ import annotations

from typing import Any, Final

import msgspec

from consentui import clock
from consentui.errors import ConsentuiError, NetworkError, UsageError
from consentui.i18n import _
from consentui.journal.entries import Decision
from consentui.journal.fold import Account
from consentui.knowledge.records import Control
from consentui.profile import fetching, vault
from consentui.profile.asking import Asking, Question
from consentui.profile.atproto import MOST_BYTES, Network
from consentui.profile.fetching import host_of
from consentui.profile.session import Session
from consentui.text import clean_line
from consentui.verify.atproto.changes import SIGNS, Change, change_back_for, change_for, is_app_password, printed
from consentui.verify.atproto.identity import json_of, member
from consentui.verify.public.atproto import observations_of_records
from consentui.verify.public.observations import Sight

_FOUND: Final = 200


def declarable(session: Session, account: Account) -> tuple[Control, ...]:
    """The controls of an account that can be set from here."""
    items = session.checklist.items(account)
    return tuple(item.control for item in items if _sign_of(item.control))


def declare(
    session: Session, account: Account, control: Control, network: Network | None = None, *, take_back: bool = False
) -> Asking[Sight]:
    """Write a wish into the record of an account, or take it back, and return what its records say afterwards.

    Raises UsageError if it cannot be written from here, VaultError and NetworkError.
    """
    sign = _sign_of(control)
    if sign is None:
        raise UsageError(_("{control} cannot be set from here.").format(control=control.id))
    _require_password(session, account)
    network = network or Network()
    did, document = yield from network.found(session.public.name_of(account))
    found = network.record(document.server, did, SIGNS[sign])
    change = (change_back_for if take_back else change_for)(sign, found, clock.now())
    if change is None:
        raise UsageError(_("The content of {record} has no known form: it is left alone.").format(record=SIGNS[sign]))
    if change.is_one:
        yield _question(document.server, did, change)
        _write(session, account, _Server(document.server, network), did, change)
    records = network.records(document.server, did)
    failures = tuple(dict.fromkeys(one.why for one in records.values() if one.state == "unknown"))
    _decide(session, account, control, take_back=take_back)
    return Sight(host_of(document.server), tuple(observations_of_records(document.server, did, records)), failures)


def _decide(session: Session, account: Account, control: Control, *, take_back: bool) -> None:
    """Record the decision that the change implies, so that a wish taken back is not reported as a contradiction."""
    item = next(one for one in session.checklist.items(account) if one.control.id == control.id)
    is_allowed = item.position.decision is Decision.ALLOW
    if take_back and not is_allowed:
        session.checklist.decide(account, control, Decision.ALLOW)
    elif is_allowed and not take_back:
        session.checklist.decide(account, control, Decision.REFUSE)


def _sign_of(control: Control) -> str | None:
    return next((one.sign for one in control.public if one.of == "atproto" and one.sign in SIGNS), None)


def _require_password(session: Session, account: Account) -> None:
    if "token" not in vault.kinds_kept(session.profile, account.id):
        raise UsageError(
            _("There is no app password for {account} in the keyring.").format(account=account.id),
            _("App passwords are created in the app’s settings, and can be revoked there."),
            _(
                "Keep it as a token: press i on the account’s screen, or use “consentui credential set {account} "
                "token”."
            ).format(account=account.id),
        )


def _question(server: str, did: str, change: Change) -> Question:
    host = host_of(server)
    text = (
        _("consentui will sign in to {host}, and remove {record} of {did} there:")
        if change.after is None
        else _("consentui will sign in to {host}, and change {record} of {did} there, for anyone to read:")
    ).format(host=host, record=change.collection, did=did)
    before, after = printed(change.before, change.field), printed(change.after, change.field)
    return Question((host,), f"{text}\n{change.field}{_(':')} {before}  →  {after}", writes=True)


def _write(session: Session, account: Account, server: _Server, did: str, change: Change) -> None:
    password = vault.fetch(session.profile, account.id, "token")
    try:
        opened = server.open(did, password or "")
    finally:
        del password  # a crash screen prints the local variables of every frame
    try:
        server.change(change.method, change.request(did), opened)
    finally:
        server.close(opened)


class _Session(msgspec.Struct, frozen=True):
    """The tokens that a server gives at sign-in; the `repr` hides them."""

    access: str
    refresh: str

    def __repr__(self) -> str:
        return "_Session(…)"


class _Server:
    """A server of records that is written to."""

    def __init__(self, address: str, network: Network) -> None:
        self._address = address
        self._own_server = network.own_server

    def open(self, did: str, password: str) -> _Session:
        """Open a session; raises NetworkError if the server refuses, UsageError if this is not an app password."""
        try:
            answer = self._post("com.atproto.server.createSession", {"identifier": did, "password": password})
        finally:
            del password
        value = json_of(answer.content)
        access, refresh = member(value, "accessJwt"), member(value, "refreshJwt")
        if answer.status != _FOUND or not isinstance(access, str) or not isinstance(refresh, str):
            raise self._refused(_("{host} does not accept this app password."), answer)
        opened = _Session(access, refresh)
        if not is_app_password(access):
            self.close(opened)
            raise UsageError(
                _("What is in the keyring as a token is not an app password."),
                _("The account’s own password can do anything: it is not used."),
                _("Create an app password in the app’s settings, and keep that one."),
            )
        return opened

    def change(self, method: str, request: dict[str, Any], opened: _Session) -> None:
        answer = self._post(method, request, opened.access)
        if answer.status != _FOUND:
            raise self._refused(_("{host} did not accept the change."), answer)

    def close(self, opened: _Session) -> None:
        """End the session; a failure is ignored, since a session that is left open expires by itself."""
        try:
            self._post("com.atproto.server.deleteSession", None, opened.refresh)
        except ConsentuiError:
            return

    def _post(self, method: str, body: dict[str, Any] | None, token: str = "") -> fetching.Answer:
        content = msgspec.json.encode(body) if body is not None else b""
        return fetching.post(f"{self._address}/xrpc/{method}", content, MOST_BYTES, token, own_server=self._own_server)

    def _refused(self, text: str, answer: fetching.Answer) -> NetworkError:
        """The error with what the server said: the protocol's error name and message, which repeat no secret."""
        value = json_of(answer.content)
        said = [member(value, key) for key in ("error", "message")]
        detail = ": ".join(one for one in said if isinstance(one, str)) or str(answer.status)
        return NetworkError(text.format(host=host_of(self._address)), clean_line(detail)[:200])
