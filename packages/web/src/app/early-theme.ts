// A classic script that runs before the first paint, so that a chosen scheme does not flash in the other one. It has no
// imports because a module would run too late; a test holds its key to the one in device-storage.
{
  let theme: string | null = null;
  try {
    theme = localStorage.getItem('barrier.theme');
  } catch {
    // A browser that keeps nothing shows the device's scheme.
  }
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
}

export {};
