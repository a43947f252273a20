import { Dots } from './blob.ts';
import { mix, tone } from './colour.ts';
import { reliefOf } from './relief.ts';
import { sequence, share } from './sketch.ts';
import type { Studio } from './studio.ts';
import { creamOf } from './swatch-smears.ts';

/** Balm: stiff and waxy, pushed along by a knife until it breaks into crumbs. */
export function drawBalm(studio: Studio): string {
  const next = sequence(13);
  const ridges: string[] = [];
  for (let index = 0; index < 15; index += 1) {
    const across = index / 14 - 0.5;
    const offset = across * 430;
    const from = Math.round(150 + across * across * 300 + next() * 40);
    const to = Math.round(930 - across * across * 260 + next() * 70);
    ridges.push(
      `<path d="M${from} ${Math.round(760 + offset)}C${Math.round(380 + offset * 0.1)} ${Math.round(690 + offset)} ${Math.round(660 + offset * 0.1)} ${Math.round(700 + offset)} ${to} ${Math.round(790 + offset * 0.84)}" stroke-width="${Math.round(38 + next() * 30)}" stroke-opacity="${share(0.3 + 0.3 * next())}"/>`,
    );
  }
  const crumbs = new Dots();
  for (let index = 0; index < 34; index += 1) {
    const across = next() - 0.5;
    crumbs.add(900 - across * across * 420 + (next() - 0.4) * 110, 790 + across * 400, 34 + next() * 74);
  }
  for (let index = 0; index < 40; index += 1) {
    const angle = (next() - 0.5) * 2.6;
    const reach = 90 + next() ** 1.6 * 190;
    crumbs.add(880 + Math.cos(angle) * reach, 790 + Math.sin(angle) * reach * 1.7, 8 + next() ** 3 * 40);
  }
  const light = reliefOf(studio, {
    colour: mix(creamOf(studio), tone(studio.tint, 0.84, 1.15), 0.4),
    soft: 8,
    height: 70,
    shine: 0.42,
    wet: 13,
    edge: 0.2,
    grain: { frequency: '.018', octaves: 3, amount: 0.16 },
    torn: 36,
    shadow: 16,
  });
  return `<g fill="none" stroke="#000" stroke-linecap="round" transform="rotate(-28 600 760)" ${light}>${ridges.join('')}<g stroke-opacity=".5">${crumbs.draw()}</g></g>`;
}

/** A sheet mask: thin wet cloth in soft folds, one corner turned back. */
export function drawSheet(studio: Studio): string {
  const { sketch, shade } = studio;
  const cloth = mix(creamOf(studio), '#ffffff', 0.62);
  const weave = reliefOf(studio, {
    colour: cloth,
    soft: 2.5,
    height: 6,
    shine: 0.14,
    wet: 10,
    edge: 0.3,
    grain: { frequency: '.2 .34', octaves: 2, amount: 0.5 },
    shadow: 16,
  });
  const sheet =
    'M170 470C330 396 560 372 742 318C830 420 930 520 1040 604C1052 790 1010 960 1046 1120C850 1190 640 1180 470 1252C390 1284 300 1262 226 1296C238 1010 150 740 170 470Z';
  const flap = 'M742 318C768 430 726 540 770 648C860 606 950 634 1040 604C930 520 830 420 742 318Z';
  const fold = (path: string, light: number, dark: number, soft: number): string =>
    [
      `<path d="${path}" transform="translate(${soft} ${soft * 0.6})" fill="none" stroke="${shade}" stroke-opacity="${dark}" stroke-width="${soft * 1.7}" ${sketch.blur(soft * 0.75)}/>`,
      `<path d="${path}" transform="translate(${-soft * 0.7} ${-soft * 0.4})" fill="none" stroke="#fff" stroke-opacity="${light}" stroke-width="${soft * 1.2}" ${sketch.blur(soft * 0.6)}/>`,
    ].join('');
  const folds = [
    fold('M150 640C330 760 420 980 410 1290', 0.9, 0.24, 34),
    fold('M330 420C520 560 640 880 690 1220', 0.9, 0.2, 40),
    fold('M520 380C640 620 860 760 900 1190', 0.8, 0.2, 32),
    fold('M220 1010C280 1080 300 1180 300 1290', 0.7, 0.16, 18),
    fold('M760 700C880 800 980 900 1050 1060', 0.8, 0.18, 24),
  ].join('');
  const under = sketch.linear(
    [742, 330],
    [860, 680],
    [
      [0, shade, 0.04],
      [0.7, shade, 0.18],
      [1, shade, 0.34],
    ],
  );
  return [
    `<path d="${sheet}" ${weave}/>`,
    sketch.clip(
      sheet,
      `${folds}<path d="${flap}" transform="translate(10 34)" fill="${shade}" opacity=".42" ${sketch.blur(16)}/>`,
    ),
    `<path d="${flap}" ${weave}/><path d="${flap}" fill="${under}"/>`,
    `<path d="M742 318C830 420 930 520 1040 604" fill="none" stroke="#fff" stroke-opacity=".9" stroke-width="6" ${sketch.blur(2)}/>`,
  ].join('');
}
