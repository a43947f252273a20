import { Dots } from './blob.ts';
import { mix, tone } from './colour.ts';
import { reliefOf } from './relief.ts';
import { sequence, share } from './sketch.ts';
import type { Studio } from './studio.ts';
import { creamOf } from './swatch-smears.ts';

/** A group in which dots are drawn as round strokes. */
const dotted = (content: string, attributes: string): string =>
  `<g fill="none" stroke="#000" stroke-linecap="round" ${attributes}>${content}</g>`;

/** Foam: a cloud of bubbles, large ones among many small. */
export function drawFoam(studio: Studio): string {
  const next = sequence(71);
  const bubble = bubbleOf(studio);
  const cloud = new Dots();
  const beads = new Dots();
  for (let index = 0; index < 58; index += 1) {
    const angle = next() * Math.PI * 2;
    const reach = Math.sqrt(next()) * 320;
    cloud.add(
      600 + Math.cos(angle) * reach * 1.15,
      790 + Math.sin(angle) * reach * 0.85,
      Math.round((70 + next() ** 2 * 150) / 10) * 10,
    );
  }
  for (let index = 0; index < 400; index += 1) {
    const angle = next() * Math.PI * 2;
    const reach = next() ** 0.6 * 400;
    beads.add(
      600 + Math.cos(angle) * reach * 1.12,
      790 + Math.sin(angle) * reach * 0.87,
      Math.round((8 + next() ** 3 * 26) / 3) * 3,
    );
  }
  const bubbles = Array.from({ length: 15 }, () => {
    const angle = next() * Math.PI * 2;
    const reach = Math.sqrt(next()) * 380;
    const size = 0.5 + next() ** 2 * 1.5;
    return bubble(
      `translate(${Math.round(600 + Math.cos(angle) * reach * 1.12)} ${Math.round(780 + Math.sin(angle) * reach * 0.87)})scale(${share(size)})`,
    );
  }).join('');
  const white = mix(creamOf(studio), '#ffffff', 0.6);
  const dark = mix(white, studio.shade, 0.34);
  const cushion = reliefOf(studio, {
    colour: white,
    dark,
    soft: 13,
    height: 64,
    shine: 0.1,
    wet: 8,
    edge: 0.3,
    shadow: 22,
  });
  const skin = reliefOf(studio, {
    dark: mix(studio.shade, white, 0.5),
    soft: 3,
    height: 7,
    shine: 0.7,
    wet: 18,
    edge: 0.1,
    shadow: 0,
  });
  return [
    dotted(cloud.draw(), `stroke-opacity=".55" ${cushion}`),
    dotted(beads.draw(), `stroke-opacity=".5" ${skin}`),
    bubbles,
  ].join('');
}

/** One clear bubble of 40 units, to be placed many times: a thin bright skin, a lamp on its upper left and its echo on the lower right. */
function bubbleOf({ sketch, shade }: Studio): (transform: string) => string {
  const skin = sketch.radial([0, 0], 40, [
    [0, '#ffffff', 0.05],
    [0.78, '#ffffff', 0.16],
    [0.94, shade, 0.22],
    [1, '#ffffff', 0.7],
  ]);
  return sketch.stamp(
    `<circle r="40" fill="${skin}"/><ellipse cx="-15" cy="-18" rx="10" ry="6" transform="rotate(-45 -15 -18)" fill="#fff" opacity=".95"/><path d="M12 27A30 30 0 0 0 28 9" fill="none" stroke="#fff" stroke-width="4" stroke-linecap="round" opacity=".7"/>`,
  );
}

/** Mist: fine droplets, dense in the middle and drifting apart. */
export function drawMist(studio: Studio): string {
  const next = sequence(97);
  const drops = new Dots();
  for (let index = 0; index < 520; index += 1) {
    const angle = next() * Math.PI * 2;
    const reach = next() ** 0.72 * 620;
    const width = 5 + next() ** 6 * 56 * (1 - reach / 800);
    drops.add(
      590 + Math.cos(angle) * reach * 0.92,
      740 + Math.sin(angle) * reach,
      width < 16 ? Math.round(width / 2) * 2 : Math.round(width / 5) * 5,
    );
  }
  const { ground, tint } = studio;
  const light = reliefOf(studio, {
    colour: mix(ground, '#ffffff', 0.34),
    dark: mix(tone(tint, 0.5, 0.8), ground, 0.5),
    soft: 4,
    height: 17,
    shine: 1.1,
    wet: 26,
    edge: 0.3,
    shadow: 4,
  });
  return dotted(drops.draw(), light);
}

/** Powder: a pressed heap, broken, with crumbs around it. */
export function drawPowder(studio: Studio): string {
  const next = sequence(53);
  const heap = new Dots();
  for (let index = 0; index < 70; index += 1) {
    const angle = next() * Math.PI * 2;
    const reach = Math.sqrt(next()) * 280;
    heap.add(570 + Math.cos(angle) * reach * 1.15, 770 + Math.sin(angle) * reach * 0.8, 60 + next() * 120);
  }
  for (let index = 0; index < 260; index += 1) {
    const angle = next() * Math.PI * 2;
    const reach = 250 + next() ** 1.7 * 340;
    heap.add(580 + Math.cos(angle) * reach * 1.05, 790 + Math.sin(angle) * reach * 0.85, 5 + next() ** 4 * 44);
  }
  const light = reliefOf(studio, {
    colour: mix(tone(studio.tint, 0.84, 0.85), '#f4e9da', 0.4),
    soft: 9,
    height: 52,
    shine: 0,
    wet: 8,
    edge: 0.25,
    grain: { frequency: '.05', octaves: 4, amount: 0.34 },
    torn: 34,
    shadow: 10,
  });
  return dotted(heap.draw(), `stroke-opacity=".6" ${light}`);
}
