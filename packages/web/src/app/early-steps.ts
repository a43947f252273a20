// A classic script that runs before the first paint. It has no imports because a module would run too late.
{
  // So that a chosen scheme does not flash in the other one. A test holds the key to the one in device-storage.
  let theme: string | null = null;
  try {
    theme = localStorage.getItem('barrier.theme');
  } catch {
    // A browser that keeps nothing shows the device's scheme.
  }
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
}
{
  // What wakes the page up is fetched once the page is to be seen: sooner it would take the line from pictures and fonts, and not
  // every server or proxy heeds the priority that a browser gives to a request.
  const addresses = document.currentScript?.dataset.scripts?.split(' ') ?? [];
  let begun = false;
  const begin = () => {
    if (begun) return;
    begun = true;
    for (const [place, address] of addresses.entries()) {
      const link = document.createElement('link');
      link.rel = 'modulepreload';
      link.href = address;
      link.fetchPriority = 'low';
      document.head.append(link);
      if (place > 0) continue;
      const script = document.createElement('script');
      script.type = 'module';
      script.src = address;
      document.head.append(script);
    }
  };
  if (addresses.length > 0) {
    // The script reads what stands at the end of the page, and unlike one in the page's text would not wait for it by itself.
    document.addEventListener('DOMContentLoaded', () => {
      requestAnimationFrame(() => setTimeout(begin));
      // In a tab in the background nothing is ever painted.
      setTimeout(begin, 1_000);
    });
  }
}

export {};
