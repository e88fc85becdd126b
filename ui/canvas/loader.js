// The whole of what travels with every message: the rest is a cacheable file of the app (see static/canvas.js).
const loaded = new Map(); // address -> module: asking the browser again would put every new picture off

export default async function (component) {
  const { href } = new URL(component.data.script, document.baseURI);
  if (!loaded.has(href)) loaded.set(href, await import(href));
  return loaded.get(href).mount(component);
}
