"""The page a user would write today: Streamlit and pyvis with their defaults, as in most tutorials.

One deviation, in its favour: ``cdn_resources="in_line"``, since the default loads vis-network from a foreign host and
stays blank without the internet.
"""

import os
from pathlib import Path

import networkx as nx
import pandas as pd
import streamlit as st
from pyvis.network import Network

folder = Path(os.environ["AKTEURSNETZ_DATA"])
actors = pd.read_csv(folder / "actors.csv")
projects = pd.read_csv(folder / "projects.csv")
links = pd.read_csv(folder / "links.csv")

st.title("Network")
fields = sorted({name for cell in projects["kompetenzfelder"].dropna() for name in cell.split(";")})
wanted = st.selectbox("Field", ["all", *fields])
chosen = st.selectbox("Actor", ["none", *actors["id"]])
if wanted != "all":
    projects = projects[projects["kompetenzfelder"].fillna("").str.split(";").apply(lambda names: wanted in names)]
links = links[links["from_id"].isin(actors["id"]) & links["to_id"].isin(projects["id"])]
if wanted != "all":
    actors = actors[actors["id"].isin(links["from_id"])]

graph = nx.Graph()
for row in actors.itertuples():
    graph.add_node(row.id, label=row.name, title=row.name, color="red" if row.id == chosen else "lightblue")
for row in projects.itertuples():
    graph.add_node(row.id, label=row.name, title=row.name, shape="box")
graph.add_edges_from(zip(links["from_id"], links["to_id"], strict=True))

picture = Network(height="600px", cdn_resources="in_line")
picture.from_nx(graph)
st.components.v1.html(picture.generate_html(), height=620)
