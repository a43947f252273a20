import { blobAt, Dots } from './blob.ts';
import { mix, tone } from './colour.ts';
import { reliefOf } from './relief.ts';
import { fix, sequence, share } from './sketch.ts';
import type { Studio } from './studio.ts';
import { creamOf } from './swatch-smears.ts';

/** A clear body of liquid: its outline, and the circle that it roughly fills. */
interface Drop {
  path: string;
  cx: number;
  cy: number;
  radius: number;
}

/** How a clear liquid is coloured. */
interface Tincture {
  /** Where light enters, on the upper left. */
  deep: string;
  /** Where light gathers, on the lower right. */
  glow: string;
  cover: number;
}

/** A drop bends light like a lens: it is darker towards the lamp, bright away from it, and throws a bright spot into its own shadow. */
function paintDrop(studio: Studio, { path, cx, cy, radius }: Drop, { deep, glow, cover }: Tincture): string {
  const { sketch, shade } = studio;
  const step = radius * 0.12;
  const body = sketch.linear(
    [cx - radius * 0.75, cy - radius * 0.75],
    [cx + radius * 0.75, cy + radius * 0.75],
    [
      [0, deep, cover],
      [0.45, mix(deep, glow, 0.5), cover * 0.8],
      [1, glow, cover],
    ],
  );
  const spot = sketch.radial([cx + radius * 0.42, cy + radius * 0.45], radius * 0.75, [
    [0, '#ffffff', 0.7],
    [0.4, mix(glow, '#ffffff', 0.5), 0.4],
    [1, glow, 0],
  ]);
  const caustic = sketch.radial([cx + radius * 0.8, cy + radius * 0.84], radius * 0.6, [
    [0, mix(glow, '#ffffff', 0.6), 0.8],
    [1, glow, 0],
  ]);
  const move = (distance: number): string => `transform="translate(${share(distance)} ${share(distance * 0.95)})"`;
  return [
    sketch.shape(
      path,
      `fill="${mix(shade, deep, 0.5)}" opacity=".42" ${move(step * 1.5)} ${sketch.blur(step * 0.8, 0.3)}`,
    ),
    sketch.shape(path, `fill="${caustic}" ${move(step * 1.2)} ${sketch.blur(step * 0.3, 0.3)}`),
    sketch.shape(path, `fill="${studio.ground}"`),
    sketch.shape(path, `fill="${body}"`),
    sketch.shape(path, `fill="${spot}"`),
    sketch.shape(path, `fill="none" stroke="${mix(deep, shade, 0.4)}" stroke-opacity=".35" stroke-width="3"`),
  ].join('');
}

const gloss = (studio: Studio, soft: number, dark: string): string =>
  reliefOf(studio, { dark, soft, height: soft * 3.2, shine: 1.15, wet: 46, edge: 0.5, shadow: 0 });

/** Gel: a thick clear pool with air caught in it. */
export function drawGel(studio: Studio): string {
  const next = sequence(31);
  const path = blobAt(600, 760, 370, 0.16, next, 0.92);
  const deep = tone(studio.tint, 0.66, 1.15);
  const glow = tone(studio.tint, 0.9, 0.9);
  const pool = paintDrop(studio, { path, cx: 600, cy: 760, radius: 370 }, { deep, glow, cover: 0.78 });
  const air = new Dots();
  for (let index = 0; index < 46; index += 1) {
    const angle = next() * Math.PI * 2;
    const reach = Math.sqrt(next()) * 290;
    air.add(600 + Math.cos(angle) * reach, 770 + Math.sin(angle) * reach * 0.9, 6 + next() ** 4 * 40);
  }
  const bubbles = air.draw();
  const beads = `<g fill="none" stroke-linecap="round"><g stroke="${deep}" opacity=".55" transform="translate(-1.5 -2)">${bubbles}</g><g stroke="${mix(glow, '#ffffff', 0.5)}" opacity=".75" transform="translate(1.5 2)">${bubbles}</g></g>`;
  return `${pool}${beads}${studio.sketch.shape(path, gloss(studio, 26, deep))}`;
}

/** Where a drop lies and how large it is. */
type Spot = readonly [cx: number, cy: number, radius: number];

/** Places two kinds of drop, drawn once each, wherever there is a spot for one. */
function scatter(studio: Studio, seed: number, tincture: Tincture, spots: readonly Spot[]): string {
  const next = sequence(seed);
  const radius = 200;
  const kinds = [0, 1].map(() => {
    const path = blobAt(600, 750, radius, 0.06, next, 0.96);
    const drop = paintDrop(studio, { path, cx: 600, cy: 750, radius }, tincture);
    return studio.sketch.stamp(drop + studio.sketch.shape(path, gloss(studio, 18, tincture.deep)));
  });
  return spots
    .map(([cx, cy, size], index) => {
      const scale = size / radius;
      return (
        kinds[index % 2]?.(`translate(${fix(cx - 600 * scale)} ${fix(cy - 750 * scale)})scale(${share(scale)})`) ?? ''
      );
    })
    .join('');
}

/** Oil: golden drops, one of them large. */
export function drawOil(studio: Studio): string {
  const gold = mix(studio.tint, '#e09a2c', 0.62);
  return scatter(studio, 5, { deep: tone(gold, 0.58, 1.15), glow: tone(gold, 0.86, 1.1), cover: 0.92 }, [
    [555, 690, 310],
    [890, 1090, 122],
    [290, 1140, 66],
    [985, 470, 48],
    [744, 1214, 36],
    [1046, 900, 22],
  ]);
}

/** Liquid: clear beads of many sizes on the surface. */
export function drawLiquid(studio: Studio): string {
  const { tint, ground } = studio;
  const deep = tone(mix(tint, ground, 0.5), 0.72, 0.9);
  return scatter(studio, 17, { deep, glow: tone(mix(tint, ground, 0.4), 0.93, 0.8), cover: 0.6 }, [
    [470, 610, 214],
    [830, 860, 140],
    [410, 1030, 114],
    [812, 430, 78],
    [664, 1154, 60],
    [236, 836, 48],
    [936, 1136, 42],
    [600, 296, 36],
    [1010, 610, 30],
    [254, 1226, 26],
    [540, 880, 20],
    [1000, 300, 16],
    [700, 690, 14],
  ]);
}

/** Milk: a thin sheet that flows in from above and runs out in lobes, with drops ahead of it. */
export function drawMilk(studio: Studio): string {
  const next = sequence(43);
  const flow =
    'M-60 -60H960C980 120 850 250 820 380C790 520 900 560 890 690C880 800 760 800 720 880C670 980 760 1050 730 1150C700 1250 560 1260 520 1160C490 1080 540 1010 490 940C440 870 330 900 300 990C280 1050 300 1100 260 1140C210 1190 110 1150 110 1070C110 980 200 930 190 830C180 720 60 700 -60 700Z';
  const drops = [
    blobAt(945, 860, 66, 0.08, next),
    blobAt(1020, 1010, 34, 0.06, next),
    blobAt(470, 1320, 44, 0.07, next, 1.15),
    blobAt(880, 1180, 24, 0.05, next),
    blobAt(290, 1270, 22, 0.05, next),
    blobAt(1010, 420, 30, 0.05, next),
  ].join('');
  const milk = mix(creamOf(studio), '#ffffff', 0.4);
  const light = reliefOf(studio, { colour: milk, soft: 13, height: 46, shine: 0.95, wet: 38, edge: 0.45, shadow: 12 });
  const sheen = studio.sketch.radial([330, 300], 640, [
    [0, '#ffffff', 0.7],
    [1, '#ffffff', 0],
  ]);
  const depth = studio.sketch.linear(
    [200, 0],
    [700, 1200],
    [
      [0.3, studio.shade, 0],
      [1, studio.shade, 0.1],
    ],
  );
  return [
    `<path d="${flow}${drops}" ${light}/>`,
    studio.sketch.shape(flow, `fill="${depth}"`),
    studio.sketch.shape(flow, `fill="${sheen}" opacity=".6"`),
  ].join('');
}
