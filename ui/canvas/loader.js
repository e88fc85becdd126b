// The whole of what travels with every message: the rest is a cacheable file of the app (see static/canvas.js).
export default async function (component) {
  const { mount } = await import(new URL(component.data.script, document.baseURI).href);
  return mount(component);
}
