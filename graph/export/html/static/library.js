// vis-network stands in the page itself.

export const loadLibrary = () => Promise.resolve();
