// The vis-network file from pyvis's wheel, served by the app; loaded once per page.

let loading;

export function loadLibrary(address) {
  if (globalThis.vis?.Network) return Promise.resolve();
  loading ??= new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = done;
    script.onerror = () => {
      loading = undefined;
      failed(new Error(`${address} could not be loaded`));
    };
    document.head.append(script);
  });
  return loading;
}
