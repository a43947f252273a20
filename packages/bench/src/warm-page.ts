import { setTimeout as wait } from 'node:timers/promises';

/** A picture takes a second or two to render, and a page has a few dozen. */
const MOST_MS = 300_000;

/**
 * Has a page made and all its pictures rendered: the first visitor after a change of the catalogue waits for the one and sees
 * drawings for the others, while the machine is busy making both. What everybody else gets is to be measured.
 */
export async function warmPage(url: string): Promise<void> {
  const html = await (await fetch(url)).text();
  const pictures = new Set(html.match(/\/pictures\/[\w-]+\.avif/g));
  const deadline = Date.now() + MOST_MS;
  for (const picture of pictures) {
    while (!(await isRendered(new URL(picture, url)))) {
      if (Date.now() > deadline) throw new Error(`${picture} is still not rendered.`);
      await wait(500);
    }
  }
}

/** Until it is rendered its drawing is answered in its stead. */
async function isRendered(address: URL): Promise<boolean> {
  const answer = await fetch(address);
  await answer.arrayBuffer();
  return answer.headers.get('content-type') === 'image/avif';
}
