import { mix, tone } from './colour.ts';
import { reliefOf } from './relief.ts';
import { sequence, share } from './sketch.ts';
import type { Studio } from './studio.ts';

/** The colour of a cream made from a tint. */
export const creamOf = ({ tint }: Studio): string => mix(tone(tint, 0.91, 0.8), '#fff7ec', 0.5);

/** Cream: a thick wave drawn with a spatula, which swells and narrows as the hand turns. */
export function drawCream(studio: Studio): string {
  const next = sequence(29);
  const ridges: string[] = [];
  for (let index = 0; index < 17; index += 1) {
    const across = index / 16 - 0.5;
    const offset = across * 400;
    const round = (0.25 - across * across) * 190;
    const start = `${Math.round(250 - round - next() * 20)} ${Math.round(690 + offset * 0.8)}`;
    const bend = `${Math.round(660 + offset * 0.16)} ${Math.round(770 + offset)}`;
    const end = `${Math.round(1000 + round * 0.5 - next() * 90)} ${Math.round(660 + offset * 0.62)}`;
    const path = `M${start}C${Math.round(330 + offset * 0.3)} ${Math.round(430 + offset)} ${Math.round(520 + offset * 0.3)} ${Math.round(480 + offset)} ${bend}S${Math.round(900 + offset * 0.2)} ${Math.round(1000 + offset)} ${end}`;
    ridges.push(
      `<path d="${path}" stroke-width="${Math.round(32 + next() * 20)}" stroke-opacity="${share(0.32 + 0.36 * next())}"/>`,
    );
  }
  const light = reliefOf(studio, {
    colour: creamOf(studio),
    soft: 11,
    height: 88,
    shine: 0.42,
    wet: 16,
    edge: 0.14,
    shadow: 22,
  });
  return `<g fill="none" stroke="#000" stroke-linecap="round" ${light}>${ridges.join('')}</g>`;
}

/** Lotion: one generous swipe, thick where it starts and running out in ridges. */
export function drawLotion(studio: Studio): string {
  const next = sequence(11);
  const ridges: string[] = [];
  for (let index = 0; index < 19; index += 1) {
    const across = index / 18 - 0.5;
    const offset = across * 390;
    const early = (0.25 - across * across) * 250 + next() * 24;
    const late = next() * 170 + Math.abs(across) * 60;
    const path = `M${Math.round(228 + offset * 0.62)} ${Math.round(1010 + offset * 0.5 + early)}C${Math.round(300 + offset * 0.5)} ${Math.round(640 + offset)} ${Math.round(690 + offset * 0.1)} ${Math.round(440 + offset)} ${Math.round(1080 - late)} ${Math.round(470 + offset * 0.9 + late * 0.12)}`;
    ridges.push(
      `<path d="${path}" stroke-width="${Math.round(30 + next() * 16)}" stroke-opacity="${share(0.36 + 0.4 * next())}"/>`,
    );
  }
  const light = reliefOf(studio, {
    colour: creamOf(studio),
    soft: 9,
    height: 62,
    shine: 0.5,
    wet: 22,
    edge: 0.16,
    shadow: 14,
  });
  return `<g fill="none" stroke="#000" stroke-linecap="round" ${light}>${ridges.join('')}</g>`;
}

/** A stick: a waxy stroke, dry at its edges and drawn out in fine lines. */
export function drawStickMark(studio: Studio): string {
  const next = sequence(23);
  const lines: string[] = [];
  for (let index = 0; index < 30; index += 1) {
    const across = index / 29 - 0.5;
    const from = 170 + next() * 40 + across * across * 180;
    const to = 1050 - next() ** 3 * 330 - across * across * 150;
    const y = Math.round(750 + across * 330);
    lines.push(
      `<path d="M${Math.round(from)} ${y}H${Math.round(to)}" stroke-width="${Math.round(18 + next() * 12)}" stroke-opacity="${share(0.42 + 0.16 * next())}"/>`,
    );
  }
  const light = reliefOf(studio, {
    colour: mix(studio.tint, creamOf(studio), 0.62),
    soft: 5,
    height: 26,
    shine: 0.55,
    wet: 18,
    edge: 0.34,
    grain: { frequency: '.008 .04', octaves: 4, amount: 0.16 },
    torn: 24,
    shadow: 6,
  });
  return `<g fill="none" stroke="#000" transform="rotate(-24 600 750)" ${light}>${lines.join('')}</g>`;
}
