"""Mappings that are saved in the store for everybody."""

from __future__ import annotations

from graph.intake.recipe import Recipe, UnusableRecipeError, from_json
from store import Editor, Store, StoreError

KIND = "mapping"  # of a document of the store


def saved_mappings(store: Store | None) -> tuple[str, ...]:
    """Return the mappings of a store that can be used, as JSON; none where there is no store."""
    try:
        return tuple(each.content for each in store.documents(KIND) if _is_recipe(each.content)) if store else ()
    except StoreError:
        return ()


def save_mapping(recipe: Recipe, store: Store, editor: Editor) -> None:
    """Save a mapping for everybody, in place of one of the same name.

    Parameters
    ----------
    recipe
        The recipe.
    store
        The store.
    editor
        Who does it; needs the right to.
    """
    before = next((each for each in store.documents(KIND) if each.title == recipe.name), None)
    id, version = (before.id, before.version) if before else ("", 0)
    store.put_document(editor, KIND, recipe.name, recipe.to_json(), id=id, version=version)


def _is_recipe(text: str) -> bool:
    try:
        from_json(text)
    except UnusableRecipeError:
        return False
    return True
