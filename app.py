"""Composition of the web application.

``streamlit run app.py`` finds ``app``, and so does any ASGI server (``uvicorn app:app``).
"""

import streamlit as st
from starlette.middleware import Middleware

from ui import click_order, error_panel, exposure, headers, return_path, routes, start

app = st.App(
    start.FOLDER / "ui" / "main.py",
    lifespan=start.lifespan,
    middleware=[
        Middleware(headers.Headers),
        Middleware(exposure.Exposure),
        Middleware(return_path.ReturnPath),
        Middleware(click_order.ClickOrder),
    ],
    routes=routes.all_routes(),
    on_script_error=error_panel.show,
)
