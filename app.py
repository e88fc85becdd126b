"""Composition of the web application.

``streamlit run app.py`` finds ``app``, and so does any ASGI server (``uvicorn app:app``).
"""

import streamlit as st
from starlette.middleware import Middleware

from serving import (
    click_order,
    exposure,
    headers,
    hosts,
    protocol,
    return_path,
    routes,
    session_end,
    start,
    upload_limits,
)
from ui import error_panel

app = st.App(
    start.FOLDER / "ui" / "main.py",
    lifespan=start.lifespan,
    middleware=[
        Middleware(headers.Headers),
        Middleware(hosts.Hosts),
        Middleware(exposure.Exposure),
        Middleware(upload_limits.UploadLimits),
        Middleware(return_path.ReturnPath),
        Middleware(session_end.SessionEnd),
        Middleware(protocol.Protocol),
        Middleware(click_order.ClickOrder),
    ],
    routes=routes.all_routes(),
    on_script_error=error_panel.show,
)
