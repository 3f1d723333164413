"""The knowledge base as the rest of the program sees it: platforms by id, loaded when first asked for.

Reading TOML is what costs at start, so each parsed file is kept in the cache folder in a compact form,
sealed with the text it was made from: what another text, another version or a power cut left there is not read.
"""

from __future__ import annotations

import os
from collections.abc import Container, Iterator
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

import msgspec

from consentui.bundled import data_folder
from consentui.errors import KnowledgeError, UsageError
from consentui.i18n import _
from consentui.knowledge.law import Law
from consentui.knowledge.load import parse_bundled_platform, parse_platform, parse_record, read_text
from consentui.knowledge.records import Authority, Control, Controller, Event, Pack, Platform, Route, Source
from consentui.text import findable

_SHAPE = repr([record.__struct_fields__ for record in (Platform, Control, Route, Source, Event)]).encode()
_SEAL_SIZE = 16


class Packs(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`data/packs.toml`: sets of platforms to add at once."""

    pack: tuple[Pack, ...]


class Controllers(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`data/controllers.toml`: the companies answerable for the data."""

    controller: tuple[Controller, ...]


class Authorities(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`data/authorities.toml`: the authorities that take complaints."""

    authority: tuple[Authority, ...]


class KnowledgeBase:
    """Platforms by id, the person's own among them. Losing the cache loses nothing but time."""

    def __init__(self, folder: Path, cache: Path | None = None, own: Path | None = None) -> None:
        """`own` is a folder of the person's own platform files: foreign, marked, and never in the way.

        What is wrong with them stands in `faults`; a faulty file is left out.
        """
        self._files = {path.stem: path for path in sorted((folder / "platforms").glob("*.toml"))}
        self._packs_file = folder / "packs.toml"
        self._controllers_file = folder / "controllers.toml"
        self._authorities_file = folder / "authorities.toml"
        self._law_file = folder / "law.toml"
        self._cache = cache / "knowledge" if cache else None
        self._loaded: dict[str, Platform] = {}
        self.faults: tuple[KnowledgeError, ...] = ()
        if own and own.is_dir():
            self._take_own(own)

    def _take_own(self, folder: Path) -> None:
        faults = []
        for path in sorted(folder.glob("*.toml")):
            try:
                platform = own_platform(path, self._files)
            except KnowledgeError as error:
                faults.append(error)
                continue
            self._files[platform.id] = path
            self._loaded[platform.id] = platform
        self._files = dict(sorted(self._files.items()))
        self.faults = tuple(faults)

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of all platforms, sorted."""
        return tuple(self._files)

    def platform(self, platform_id: str) -> Platform:
        """The platform of this id; raises UsageError with the nearest name when there is none."""
        if platform_id not in self._files:
            raise self._unknown_platform(platform_id)
        if platform_id not in self._loaded:
            self._loaded[platform_id] = self._load(self._files[platform_id])
        return self._loaded[platform_id]

    def named(self, word: str) -> Platform:
        """The platform of this id, name or alias (`twitter`); raises UsageError with the nearest name."""
        if word in self._files:
            return self.platform(word)
        wanted = findable(word)
        for platform in self:
            if wanted in {findable(name) for name in _names(platform)}:
                return platform
        raise self._unknown_platform(word)

    def control(self, ref: str) -> Control:
        """The control of a `platform/control` reference; raises UsageError with the nearest name."""
        platform_id, _slash, control_id = ref.partition("/")
        return control_named(self.platform(platform_id), control_id)

    def controller(self, controller_id: str) -> Controller | None:
        """The company of this id, None where the knowledge base does not name it."""
        text = read_text(self._controllers_file)
        controllers = parse_record(text, Controllers, self._controllers_file).controller
        return next((one for one in controllers if one.id == controller_id), None)

    def authorities(self) -> tuple[Authority, ...]:
        """The supervisory authorities, national ones first."""
        text = read_text(self._authorities_file)
        return parse_record(text, Authorities, self._authorities_file).authority

    def law(self) -> Law:
        """The articles and time rules that requests rest on."""
        return parse_record(read_text(self._law_file), Law, self._law_file)

    def packs(self) -> tuple[Pack, ...]:
        """The sets of platforms that can be added at once."""
        text = read_text(self._packs_file)
        return parse_record(text, Packs, self._packs_file).pack

    def __iter__(self) -> Iterator[Platform]:
        return (self.platform(platform_id) for platform_id in self._files)

    def _load(self, path: Path) -> Platform:
        text = read_text(path)
        kept = self._cache / f"{path.stem}.msgpack" if self._cache else None
        if kept and (platform := _from_cache(kept, text)):
            return platform
        platform = parse_bundled_platform(text, path)
        if kept:
            _to_cache(kept, text, platform)
        return platform

    def _unknown_platform(self, word: str) -> UsageError:
        from consentui.nearest import nearest

        names = {name: p.id for p in self for name in _names(p)}
        near = nearest(word, names)
        title = _("There is no platform called “{name}”.").format(name=word)
        if near:
            return UsageError(title, way_out=_("Did you mean “{near}”?").format(near=names[near]))
        return UsageError(title, way_out=_("“consentui kb list” shows them all."))


def bundled(cache: Path | None = None) -> KnowledgeBase:
    """The knowledge base that comes with the program."""
    return KnowledgeBase(data_folder(), cache)


def own_platform(path: Path, bundled_ids: Container[str]) -> Platform:
    """A platform of the person's own; raises KnowledgeError when it would hide a bundled one without saying so."""
    platform = parse_platform(read_text(path), path)
    if platform.id in bundled_ids and not platform.replaces:
        raise KnowledgeError(
            _("{path}: “{id}” is a bundled platform.").format(path=path, id=platform.id),
            way_out=_("Give it another id, or say replaces = true in it."),
        )
    return msgspec.structs.replace(platform, is_own=True)


def _names(platform: Platform) -> tuple[str, ...]:
    """Everything that people may call the platform."""
    return tuple(filter(None, (platform.id, platform.name, platform.name_fr, *platform.aliases)))


def control_named(platform: Platform, word: str) -> Control:
    """A platform's control by id (`grok-training` or `x/grok-training`); raises UsageError with the nearest."""
    from consentui.nearest import nearest

    wanted = word.removeprefix(f"{platform.id}/")
    for control in platform.control:
        if control.id == wanted:
            return control
    ids = [control.id for control in platform.control]
    near = nearest(wanted, ids)
    raise UsageError(
        _("{platform} has no control called “{name}”.").format(platform=platform.name, name=word),
        way_out=_("Did you mean “{near}”?").format(near=near)
        if near
        else _("Its controls: {names}.").format(names=", ".join(ids)),
    )


def _from_cache(path: Path, text: str) -> Platform | None:
    try:
        content = path.read_bytes()
        seal, packed = content[:_SEAL_SIZE], content[_SEAL_SIZE:]
        return msgspec.msgpack.decode(packed, type=Platform) if seal == _seal(text, packed) else None
    except (OSError, msgspec.MsgspecError):
        return None


def _to_cache(path: Path, text: str, platform: Platform) -> None:
    """Keep a platform in place of what was kept of it before.

    Put there in one step, but not synced to disk: a cache that a power cut spoils is not read.
    """
    from consentui.storage.places import private_folder

    packed = msgspec.msgpack.encode(platform)
    aside = path.with_suffix(f".{os.getpid()}")
    try:
        private_folder(path.parent)
        aside.write_bytes(_seal(text, packed) + packed)
        aside.replace(path)
    except OSError:
        with suppress(OSError):
            aside.unlink()


def _seal(text: str, packed: bytes) -> bytes:
    """What binds a packed platform to the text it was made from and to the shape of our records."""
    key = blake2b(_SHAPE, digest_size=_SEAL_SIZE).digest()
    return blake2b(text.encode() + packed, key=key, digest_size=_SEAL_SIZE).digest()
