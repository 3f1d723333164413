"""The knowledge base as the rest of the program sees it; each file of `data/` is read once, when first needed."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import msgspec

from consentui.bundled import data_folder
from consentui.errors import KnowledgeError, UsageError
from consentui.i18n import _
from consentui.knowledge.cache import Cache
from consentui.knowledge.hosts import host_of, owner_of
from consentui.knowledge.load import parse_bundled_platform, parse_record, read_text
from consentui.knowledge.records import Control, Controller, Controllers, Pack, Platform
from consentui.storage.reasons import system_reason
from consentui.text import findable

if TYPE_CHECKING:
    from consentui.knowledge.answer_signs import AnswerSigns
    from consentui.knowledge.authorities import Authority
    from consentui.knowledge.crawlers import Crawlers
    from consentui.knowledge.law import Law
    from consentui.knowledge.records.search_words import SearchWords

Record = TypeVar("Record", bound=msgspec.Struct)


class Packs(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`data/packs.toml`: sets of platforms to add at once."""

    pack: tuple[Pack, ...]


class KnowledgeBase:
    """The platforms by id, including the person's own, with the companies, authorities and law around them.

    The cache can be deleted at any time; it only saves parsing.
    """

    def __init__(self, folder: Path, cache: Path | None = None, own: Path | None = None) -> None:
        """`own` is the folder of the person's own platform files, which are treated as untrusted input and marked.

        A faulty file is left out and its error is added to `faults`.
        """
        self._folder = folder
        paths = (folder / "platforms").glob("*.toml")
        self._bundled = {path.stem: path for path in sorted(paths, key=lambda path: path.stem)}
        self._files = self._bundled
        self._cache = Cache(cache / "knowledge" if cache else None)
        self._loaded: dict[str, Platform] = {}
        self.faults: tuple[KnowledgeError, ...] = ()
        self._own_companies: tuple[Controller, ...] = ()
        self._own = own
        if own:
            self._take_own(own)

    def read_own_again(self) -> None:
        """Read the person's own files again, since they may have changed."""
        if self._own:
            self._take_own(self._own)
            for drawn_from_them in ("_by_name", "_owners", "_controllers"):
                self.__dict__.pop(drawn_from_them, None)

    def _take_own(self, folder: Path) -> None:
        faults = []
        files = dict(self._bundled)
        try:
            paths = _records_in(folder)
        except KnowledgeError as error:
            self.faults = (error,)
            return
        if not paths:
            self._files, self._own_companies, self.faults = self._bundled, (), ()
            return
        from consentui.knowledge.new import COMPANIES
        from consentui.knowledge.own import own_companies, own_platform

        for path in paths:
            if path.name == COMPANIES:
                continue
            try:
                platform = own_platform(path, files, self._downloads_of_others)
            except KnowledgeError as error:
                faults.append(error)
                continue
            files[platform.id] = path
            self._loaded[platform.id] = platform
        self._files = dict(sorted(files.items()))
        try:
            self._own_companies = own_companies(folder / COMPANIES, lambda: self._bundled_companies)
        except KnowledgeError as error:
            faults.append(error)
        self.faults = tuple(faults)

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of all platforms, sorted."""
        return tuple(self._files)

    def knows(self, platform_id: str) -> bool:
        """Whether there is a platform of this id."""
        return platform_id in self._files

    def platform(self, platform_id: str) -> Platform:
        """The platform of this id; raises UsageError with the nearest name if there is none."""
        if platform_id not in self._files:
            raise self._unknown_platform(platform_id)
        if platform_id not in self._loaded:
            self._loaded[platform_id] = self._load(self._files[platform_id])
        return self._loaded[platform_id]

    def named(self, word: str) -> Platform:
        """The platform of this id, name, alias or address (`twitter`, `https://x.com/marie`).

        Raises UsageError with the nearest name if there is none.
        """
        if found := self.known_as(word):
            return found
        raise self._unknown_platform(word)

    def known_as(self, word: str) -> Platform | None:
        """The platform of this id, name, alias or address; None if there is none."""
        if word in self._files:
            return self.platform(word)
        if named := self._by_name.get(findable(word)) or self._by_name.get(_together(word)):
            return self.platform(named)
        host = host_of(word)
        return self.at_host(host) if host else None

    def at_host(self, host: str) -> Platform | None:
        """The platform whose host this is or is below; None if no platform is known there."""
        owner = owner_of(host, self._owners)
        return self.platform(owner) if owner else None

    def control(self, ref: str) -> Control:
        """The control of a `platform/control` reference; raises UsageError with the nearest name if there is none."""
        platform_id, _slash, control_id = ref.partition("/")
        return control_named(self.platform(platform_id), control_id)

    def controller(self, controller_id: str) -> Controller | None:
        """The company of this id; None if the knowledge base does not have it."""
        return self._controllers.get(controller_id)

    def controllers(self) -> tuple[Controller, ...]:
        """All companies in the knowledge base, including the person's own and those without a platform."""
        return tuple(self._controllers.values())

    def platforms_of(self, company: Controller) -> tuple[Platform, ...]:
        """The platforms that a company answers for."""
        return tuple(platform for platform in self if platform.controller == company.id)

    def authorities(self) -> tuple[Authority, ...]:
        """The supervisory authorities, national ones first."""
        return self._authorities

    def law(self) -> Law:
        """The articles and time rules that requests rest on."""
        return self._law

    def packs(self) -> tuple[Pack, ...]:
        """The sets of platforms that can be added at once."""
        return self._packs

    def answer_signs(self) -> AnswerSigns:
        """The words by which companies' answers are recognised."""
        from consentui.knowledge.answer_signs import AnswerSigns

        return self._record("answers", AnswerSigns)

    def crawlers(self) -> Crawlers:
        """The names by which robots.txt refuses AI training."""
        from consentui.knowledge.crawlers import Crawlers

        path = self._folder / "crawlers.toml"
        # A bundle made before this file was introduced does not contain it: use the program's own.
        return self._read(path if path.exists() else data_folder() / path.name, Crawlers)

    def search_words(self) -> SearchWords:
        """The words that people use for things that platforms call something else."""
        return self._search_words

    @cached_property
    def _by_name(self) -> dict[str, str]:
        """The platforms' ids by every folded name, also written without spaces; the first has a name that two share."""
        names = [(findable(name), platform.id) for platform in self for name in platform.names]
        apart = [(_together(name), platform) for name, platform in names]
        return dict(reversed((*names, *apart)))

    @cached_property
    def _owners(self) -> dict[str, str]:
        """The platforms' ids by host."""
        return {host: platform.id for platform in self for host in platform.hosts}

    @cached_property
    def _bundled_companies(self) -> dict[str, Controller]:
        return {one.id: one for one in self._record("controllers", Controllers).controller}

    @cached_property
    def _controllers(self) -> dict[str, Controller]:
        return self._bundled_companies | {one.id: one for one in self._own_companies}

    def _downloads_of_others(self, platform_id: str) -> dict[str, str]:
        """The ids of all downloads of bundled platforms except this one, each with the id of its platform."""
        others = (self._load(path) for name, path in self._bundled.items() if name != platform_id)
        return {download.id: platform.id for platform in others for download in platform.download}

    @cached_property
    def _authorities(self) -> tuple[Authority, ...]:
        from consentui.knowledge.authorities import Authorities

        return self._record("authorities", Authorities).authority

    @cached_property
    def _law(self) -> Law:
        from consentui.knowledge.law import Law

        return self._record("law", Law)

    @cached_property
    def _packs(self) -> tuple[Pack, ...]:
        return self._record("packs", Packs).pack

    @cached_property
    def _search_words(self) -> SearchWords:
        from consentui.knowledge.records.search_words import SearchWords

        return self._record("search", SearchWords)

    def __iter__(self) -> Iterator[Platform]:
        return (self.platform(platform_id) for platform_id in self._files)

    def _record(self, name: str, record: type[Record]) -> Record:
        """The record in a file beside the folder of platforms, by the file's name without suffix."""
        return self._read(self._folder / f"{name}.toml", record)

    def _read(self, path: Path, record: type[Record]) -> Record:
        name, text = path.stem, read_text(path)
        if kept := self._cache.kept(f"_{name}", text, record):
            return kept
        parsed = parse_record(text, record, path)
        self._cache.keep(f"_{name}", text, parsed)
        return parsed

    def _load(self, path: Path) -> Platform:
        text = read_text(path)
        if kept := self._cache.kept(path.stem, text, Platform):
            return kept
        platform = parse_bundled_platform(text, path)
        self._cache.keep(path.stem, text, platform)
        return platform

    def _unknown_platform(self, word: str) -> UsageError:
        from consentui.nearest import nearest

        names = {name: p.id for p in self for name in p.names}
        near = nearest(word, names)
        title = _("There is no platform called “{name}”.").format(name=word)
        if near:
            return UsageError(title, way_out=_("Did you mean “{near}”?").format(near=names[near]))
        return UsageError(title, way_out=_("“consentui kb list” shows them all."))


def _records_in(folder: Path) -> list[Path]:
    """The TOML files of a folder, none if it does not exist; raises KnowledgeError if it cannot be listed."""
    try:
        return sorted(path for path in folder.iterdir() if path.suffix == ".toml")
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        raise KnowledgeError(_("{path} cannot be read.").format(path=folder), system_reason(error)) from error


def bundled(cache: Path | None = None) -> KnowledgeBase:
    """The knowledge base that comes with the program, without the person's own files."""
    return KnowledgeBase(data_folder(), cache)


def _together(name: str) -> str:
    """The folded name without its spaces: some people write `chat gpt`, others `lechat`."""
    return findable(name).replace(" ", "")


def control_named(platform: Platform, word: str) -> Control:
    """A platform's control by id (`grok-training` or `x/grok-training`).

    Raises UsageError with the nearest id if there is none.
    """
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
