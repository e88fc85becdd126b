// The clickable network: mounts vis-network once, then only applies what has changed.
//
// Python mounts two elements per canvas, both handled here: the "picture" carries nodes and lines and is sent only when
// they change; the "view" carries what a click or a dimming filter changes, a few hundred bytes.

import { readPicture, readView } from "./picture.js";
import { Stage } from "./stage.js";

const scenes = new Map(); // name of the canvas -> { picture, view, stage, moved }

export function mount(component) {
  const { data } = component;
  const scene = scenes.get(data.name) ?? {};
  scenes.set(data.name, scene);
  return data.role === "picture" ? mountPicture(scene, component) : mountView(scene, component);
}

function mountPicture(scene, { data }) {
  scene.picture = readPicture(data);
  scene.stage?.show(scene.picture, scene.view);
}

async function mountView(scene, component) {
  const { data, parentElement } = component;
  scene.view = readView(data);
  if (scene.stage && scene.stage.parent !== parentElement) scene.stage.destroy();
  if (scene.stage?.parent !== parentElement) scene.stage = new Stage(parentElement, (scene.moved ??= new Map()));
  const stage = scene.stage;
  stage.setState = component.setStateValue; // new ones on every run
  stage.trigger = component.setTriggerValue;
  stage.style();
  if (scene.picture) stage.show(scene.picture, scene.view);
  return () => {
    stage.destroy();
    if (scene.stage === stage) scene.stage = null; // dragged positions stay until the page is loaded again
  };
}
