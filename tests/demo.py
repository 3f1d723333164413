"""A made-up person with a few weeks of history, always the same, for screenshots and journeys."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from consentui.journal import file
from consentui.journal.entries import (
    AccountAdded,
    Decided,
    Decision,
    Entry,
    Noted,
    Outcome,
    Recorded,
    Surface,
)
from consentui.profile.preferences import write_setting
from consentui.storage.places import Folders, profile_folders

NOW = "2026-11-21T12:00:00+00:00"
"""When the demonstration takes place; the value for CONSENTUI_NOW."""
_BEGIN = datetime(2026, 11, 2, 18, 30, tzinfo=UTC)


def write_demo(language: str) -> Folders:
    """Fill the default profile in the current folders with the demonstration."""
    folders = profile_folders()
    write_setting(folders.config_file, "language", language)
    write_setting(folders.config_file, "country", "FR" if language == "fr" else "IE")
    file.append(folders.journal, demo_entries())
    return folders


def demo_entries() -> list[Entry]:
    """Accounts on X, Instagram, Facebook and the Accounts Center they share, some with outcomes recorded."""
    return [
        _account(0, "x-7k3f", "x", "@marie_l"),
        _account(1, "instagram-2m8q", "instagram", "@marie.photo"),
        _account(2, "instagram-9t4w", "instagram", "@atelier.ml"),
        _account(3, "facebook-5c1d", "facebook", "Marie L."),
        _account(4, "meta-3h6x", "meta", ""),
        _outcome(10, "x-7k3f", "grok-training", Outcome.SWITCHED_OFF, "web"),
        Noted(
            **_stamp(11),
            account="x-7k3f",
            control="grok-training",
            seen="Permettre l’utilisation de vos données publiques…",
        ),
        _outcome(12, "x-7k3f", "business-partners", Outcome.ALREADY, "web"),
        _outcome(13, "x-7k3f", "personalised-ads", Outcome.SWITCHED_OFF, "android"),
        _outcome(14, "x-7k3f", "location-personalisation", Outcome.SWITCHED_OFF, "web"),
        Decided(
            **_stamp(15), account="x-7k3f", control="discoverability-contacts", decision=Decision.ALLOW, note="Clients"
        ),
        _outcome(20, "facebook-5c1d", "ai-objection", Outcome.FORM_UNAVAILABLE, "form"),
        _outcome(21, "instagram-2m8q", "ai-objection", Outcome.SENT, "form"),
    ]


def _stamp(number: int) -> Any:
    at = _BEGIN + timedelta(hours=number)
    return {"at": at, "id": f"01K95DEM0{number:017d}"}


def _account(number: int, account: str, platform: str, handle: str) -> AccountAdded:
    return AccountAdded(**_stamp(number), account=account, platform=platform, handle=handle)


def _outcome(number: int, account: str, control: str, outcome: Outcome, surface: Surface) -> Recorded:
    return Recorded(**_stamp(number), account=account, control=control, outcome=outcome, surface=surface)
