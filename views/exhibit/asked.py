"""Which data and earlier states the options of a command ask for."""

from __future__ import annotations

import argparse
from functools import partial
from urllib.parse import parse_qsl, urlencode

import store
from graph.dataset import Dataset
from graph.errors import AkteursnetzError
from store import NO_STORE, State, is_address
from views.exhibit.links import States
from views.language.words import words
from views.loaded import data_at, saved_at, state_of


class NoFileError(AkteursnetzError, ValueError):
    """There will be no file; the text says why, in words."""


def data_asked(options: argparse.Namespace) -> Dataset:
    """Return the data of a source.

    Raises
    ------
    NoFileError
        When there are none.
    """
    return with_something(data_at(str(options.source)), options)


def with_something(found: Dataset, options: argparse.Namespace) -> Dataset:
    """Return the data of a source unless there are none, as where its name is mistyped.

    Raises
    ------
    NoFileError
        When there are none.
    """
    if not len(found.actors) and not len(found.projects):
        raise NoFileError(words(options.language)("bericht.command.no_data", source=options.source))
    return found


def states_asked(options: argparse.Namespace) -> States:
    """Return what finds the earlier states of a source, a folder or a store; where one is asked for, only that one.

    Raises
    ------
    NoFileError
        When it does not exist.
    """
    source, asked = str(options.source), getattr(options, "since", "")
    known, t = saved_at(source), words(options.language)
    if asked and asked not in known:
        states = ", ".join(known) or t("bericht.command.no_states")
        raise NoFileError(t("bericht.command.unknown_state", state=asked, states=states))
    now = store.shared_store(source).present if is_address(source) else NO_STORE
    by_id = {state.id: state for state in known.values() if isinstance(state, State)}  # as links of the app name them
    return partial(state_of, {asked: known[asked]} if asked else {**by_id, **known}, now=now, address=source)


def with_state_id(link: str, source: str) -> str:
    """Return a link with the id of the state of a store that it names, as links of the app have it.

    Parameters
    ----------
    link
        Address of a view; ``stand`` may be the name that people gave a state.
    source
        A folder, or the address of a store.
    """
    page, _, asked = link.partition("?")
    parameters = dict(parse_qsl(asked, keep_blank_values=True))
    state = saved_at(source).get(parameters.get("stand", ""))
    return f"{page}?{urlencode({**parameters, 'stand': state.id})}" if isinstance(state, State) else link
