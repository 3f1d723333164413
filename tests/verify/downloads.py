"""Made-up downloads in the shapes that real ones are known to have; the source is given with each shape.

They contain nobody's data: the account is `marie_l`, and the values are those that the sources name.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Literal
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from msgspec import Struct

State = Literal["off", "on"]
Shape = Literal["old", "new"]
Files = dict[str, bytes]

USER = "marie_l"
MADE = "2026-11-12"
Stamp = tuple[int, int, int, int, int, int]
STAMP: Stamp = (2026, 11, 12, 10, 15, 0)
ABROAD = "w innym języku"
"""Stands for names in an unknown language, because the French names of Meta and Discord are not published."""


class Maker(Struct, frozen=True):
    """How a platform's download is made."""

    platform: str
    probe: str
    """The reference of the control whose state its settings file shows."""
    settings: Callable[[Shape, str], str]
    """Gives the name of that file, by shape and language."""
    files: Callable[[Shape, str, State, str], Files]
    """Gives all files, by shape, language, state and user."""
    name: str
    """The name of its archive."""
    is_translated: bool = False
    names_user: bool = True


def as_json(value: Any) -> bytes:
    return json.dumps(value, indent=2).encode()


def as_js(name: str, value: Any) -> bytes:
    return f"window.YTD.{name}.part0 = ".encode() + as_json(value)


# X: https://help.x.com/managing-your-account/how-to-download-your-x-archive and the README.txt of the archive;
# older archives have no manifest.js.
def x(shape: Shape, _language: str, state: State, user: str) -> Files:
    chats = [] if state == "off" else [{"grokChatItem": {"accountId": "1", "chatId": "2", "message": "Hello"}}]
    files = {
        "data/account.js": as_js("account", [{"account": {"username": user, "accountId": "1"}}]),
        "data/grok-chat-item.js": as_js("grok_chat_item", chats),
        "data/protected-history.js": as_js("protected_history", []),
        "data/tweets.js": as_js(
            "tweets", [{"tweet": {"full_text": "window.YTD.account.part0 = [] “Personalized Ads”"}}]
        ),
    }
    if shape == "new":
        manifest = {"userInfo": {"userName": user}, "archiveInfo": {"generationDate": f"{MADE}T08:57:45.244Z"}}
        files["data/manifest.js"] = b"window.__THAR_CONFIG = " + as_json(manifest)
    return files


# Facebook: https://github.com/d3i-infra/data-donation-task; profile_v2 is the older shape of the profile.
def facebook(shape: Shape, language: str, state: State, user: str) -> Files:
    word = "enabled" if state == "on" else "disabled"
    settings = {
        "timestamp": 1762942500,
        "label_values": [
            {"label": "Number of times you used clear history settings", "value": "2"},
            {"label": "Profile association state", "value": f"Account association {word}"},
            {"label": "Your latest and upcoming profile association states", "dict": []},
        ],
        "fbid": "1",
    }
    key = "profile_v2" if shape == "old" else "profile"
    profile = {key: {"name": {"full_name": "Marie Lefèvre"}, "username": user}}
    if language != "en":
        return {f"{ABROAD}/{number}.json": as_json(one) for number, one in enumerate((settings, profile))}
    return {
        meta_settings("facebook"): as_json(settings),
        "personal_information/profile_information/profile_information.json": as_json(profile),
        "your_facebook_activity/posts/your_posts_1.json": as_json([{"title": "a post"}]),
    }


def meta_settings(where: str) -> str:
    return f"apps_and_websites_off_of_{where}/your_activity_off_meta_technologies_settings.json"


# Instagram: https://github.com/abrignoni/RLEAPP (account_privacy_changes.json) and
# https://github.com/what-if-horizon/what-if-data-donation (profile_privacy_changes.json).
def instagram(shape: Shape, language: str, state: State, user: str) -> Files:
    word = "private" if state == "on" else "public"
    changes = {
        "account_history_account_privacy_history": [
            {"title": f"Switched to {word}", "string_map_data": {"Time": {"href": "", "timestamp": 1762000000}}},
            {"title": "Switched to nothing", "string_map_data": {"Time": {"href": "", "timestamp": 1662000000}}},
        ]
    }
    person = {"profile_user": [{"string_map_data": {"Username": {"value": user}, "Email": {"value": "m@example.org"}}}]}
    if language != "en":
        return {f"{ABROAD}/{number}.json": as_json(one) for number, one in enumerate((changes, person))}
    return {
        privacy_changes(shape, language): as_json(changes),
        "personal_information/personal_information/personal_information.json": as_json(person),
        "your_instagram_activity/media/posts_1.json": as_json([]),
    }


def privacy_changes(shape: Shape, _language: str) -> str:
    old, new = (
        "login_and_account_creation/account_privacy_changes.json",
        "login_and_profile_creation/profile_privacy_changes.json",
    )
    return f"security_and_login_information/{old if shape == 'old' else new}"


# TikTok: https://github.com/what-if-horizon/what-if-data-donation and https://github.com/abrignoni/RLEAPP.
def tiktok(shape: Shape, _language: str, state: State, user: str) -> Files:
    if shape == "old":
        word = {"off": "Disabled", "on": "Enabled"}[state]
        tree = {
            "Activity": {"Video Browsing History": {"VideoList": [{"Date": "2026-01-01", "Link": "…"}]}},
            "Profile": {"Profile Information": {"ProfileMap": {"userName": user}}},
            "App Settings": {
                "Settings": {"App": 1, "SettingsMap": {"Personalized Ads": word, "Private Account": "enabled"}}
            },
        }
        return {"user_data.json": as_json(tree)}
    word = {"off": "Off", "on": "On"}[state]
    tree = {
        "Your Activity": {"Watch History": {"VideoList": []}},
        "Profile And Settings": {
            "Profile Info": {"ProfileMap": {"userName": user}},
            "Settings": {"SettingsMap": {"Personalized Ads": word, "Private Account": "Off"}},
        },
    }
    return {"user_data_tiktok.json": as_json(tree)}


# Reddit: https://github.com/EpicenterHQ/epicenter (preference,value) and
# https://github.com/xavdid/reddit-user-to-sqlite (statistics.csv).
def reddit(shape: Shape, _language: str, state: State, user: str) -> Files:
    value = {"off": "False", "on": "True"}[state]
    preferences = f"preference,value\nhide_from_robots,True\nthird_party_data_personalized_ads,{value}\n"
    files = {
        "user_preferences.csv": preferences.encode(),
        "posts.csv": b'id,title\n1,"a, b"\n',
        "checkfile.csv": b"filename,sha256\n",
    }
    statistics = f"statistic,value\r\naccount name,{user}\r\nexport time,{MADE} 10:15:00 UTC\r\n"
    return files if shape == "old" else {**files, "statistics.csv": b"\xef\xbb\xbf" + statistics.encode()}


# Discord: README.txt of the package; folder names exist in both spellings, and are translated since 2025:
# https://github.com/ishnz/bulk_deletion_helper/issues/17.
def discord(shape: Shape, language: str, state: State, user: str) -> Files:
    def named(*parts: str) -> str:
        first, *others = parts if shape == "old" else (parts[0].capitalize(), *parts[1:])
        return "/".join((f"{ABROAD} {first}" if language != "en" else first, *others))

    files = {
        named("account", "user.json"): as_json({"id": "1", "username": user}),
        named("messages", "index.json"): as_json({}),
        named("messages", "c1000498061346340955", "channel.json"): as_json({}),
        named("activity", "reporting", "events-2026-00000-of-00001.json"): b"{}\n",
        named("activity", "tns", "events-2026-00000-of-00001.json"): b"{}\n",
    }
    if state == "on":
        files[named("activity", "analytics", "events-2026-00000-of-00001.json")] = b"{}\n"
    return files


# Google: https://github.com/CarlosBergillos/LocationHistoryFormat (Settings.json).
def google(shape: Shape, language: str, state: State, _user: str) -> Files:
    key = "historyEnabled" if shape == "old" else "timelineEnabled"
    settings = {"createdTime": "2018-01-01T00:00:00Z", key: state == "on", "retentionWindowDays": 90}
    return {takeout_settings(shape, language): as_json(settings), "Takeout/archive_browser.html": b"<html></html>"}


def takeout_settings(shape: Shape, language: str) -> str:
    if language == "fr":
        # French names are written with no-break spaces.
        return "Takeout/Historique\u00a0des\u00a0positions/Settings.json"
    return f"Takeout/Location History{'' if shape == 'old' else ' (Timeline)'}/Settings.json"


# ChatGPT: https://whychose.com/seo/how-to-export-chatgpt-history; user_settings.json is in exports since 2026.
def chatgpt(shape: Shape, _language: str, state: State, user: str) -> Files:
    links = [] if state == "off" else [{"id": "1", "conversation_id": "2", "title": "Hello", "is_anonymous": True}]
    files = {
        "shared_conversations.json": as_json(links),
        "user.json": as_json({"id": "user-1", "email": f"{user}@example.org"}),
        "chat.html": b"<html></html>",
        "conversations.json": as_json([]),
    }
    return (
        files if shape == "old" else {**files, "user_settings.json": as_json({"settings": {"training_allowed": False}})}
    )


# Amazon and Apple: only the names of files are known.
def amazon(_shape: Shape, _language: str, state: State, _user: str) -> Files:
    return {"Advertising.OptOut.csv": f"OptOut,Date\n{state == 'off'},2026-01-01\n".encode()}


def apple(_shape: Shape, _language: str, _state: State, _user: str) -> Files:
    return {
        "Other data/Limit Ad Tracking Information.csv": b"Created Date,Device\n2021-01-01,phone\n",
        "Apple ID account and device information/Apple ID Account Information.csv": b"Name\nMarie\n",
    }


def always(name: str) -> Callable[[Shape, str], str]:
    return lambda _shape, _language: name


MAKERS = (
    Maker("x", "x/grok-history-delete", always("data/grok-chat-item.js"), x, f"twitter-{MADE}-abc.zip"),
    Maker(
        "facebook",
        "meta/off-meta-activity",
        always(meta_settings("facebook")),
        facebook,
        f"facebook-marie-{MADE}-x.zip",
        is_translated=True,
    ),
    Maker(
        "instagram",
        "instagram/private-account",
        privacy_changes,
        instagram,
        f"instagram-{USER}-{MADE}-x.zip",
        is_translated=True,
    ),
    Maker(
        "tiktok",
        "tiktok/personalised-ads",
        lambda shape, _: "user_data.json" if shape == "old" else "user_data_tiktok.json",
        tiktok,
        "TikTok_Data_1762942500.zip",
    ),
    Maker(
        "reddit",
        "reddit/partner-data-ads",
        always("user_preferences.csv"),
        reddit,
        f"export_{USER}_{MADE.replace('-', '')}.zip",
    ),
    Maker(
        "discord",
        "discord/improve-discord",
        lambda shape, _: "activity/analytics/" if shape == "old" else "Activity/analytics/",
        discord,
        "package.zip",
        is_translated=True,
    ),
    Maker(
        "google",
        "google/timeline",
        takeout_settings,
        google,
        f"takeout-{MADE.replace('-', '')}T101500Z-001.zip",
        names_user=False,
    ),
    Maker("chatgpt", "chatgpt/shared-links", always("shared_conversations.json"), chatgpt, f"chatgpt-{MADE}.zip"),
    Maker(
        "amazon", "amazon/ad-preferences", always("Advertising.OptOut.csv"), amazon, "Your Orders.zip", names_user=False
    ),
    Maker(
        "apple",
        "apple/personalised-ads",
        always("Other data/Limit Ad Tracking Information.csv"),
        apple,
        "Apple.zip",
        names_user=False,
    ),
)


def write_zip(path: Path, files: Mapping[str, bytes], *, zip64: bool = False, stamp: Stamp = STAMP) -> Path:
    """A ZIP of these files, as the platforms make them."""
    with ZipFile(path, "w") as archive:
        for name, content in files.items():
            info = ZipInfo(name, stamp)
            info.compress_type = ZIP_DEFLATED
            if zip64:
                with archive.open(info, "w", force_zip64=True) as member:
                    member.write(content)
            else:
                archive.writestr(info, content, compresslevel=1)
    return path


def write_folder(folder: Path, files: Mapping[str, bytes]) -> Path:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder
