"""Composition of the web application.

``streamlit run app.py`` finds ``app``, and so does any ASGI server (``uvicorn app:app``).
"""

import streamlit as st
from starlette.middleware import Middleware

from ui import error_panel, exposure, headers, return_path, routes, start, turns

app = st.App(
    start.FOLDER / "ui" / "main.py",
    lifespan=start.lifespan,
    middleware=[
        Middleware(headers.Headers),
        Middleware(exposure.Exposure),
        Middleware(return_path.ReturnPath),
        Middleware(turns.Turns),
    ],
    routes=routes.all_routes(),
    on_script_error=error_panel.show,
)
