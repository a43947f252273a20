import { fix } from './sketch.ts';

/** A point of a profile: distance from the axis, and height on the canvas (downwards). */
type ProfilePoint = readonly [radius: number, y: number];

/** One stretch of a profile: straight, or a cubic curve with two control points. */
type ProfileSegment =
  | readonly [to: ProfilePoint]
  | readonly [control1: ProfilePoint, control2: ProfilePoint, to: ProfilePoint];

/** A solid of revolution seen by a camera a little above it, so that each of its circles is an ellipse. */
export interface Lathe {
  cx: number;
  /** Height of such an ellipse by its width: the sine of the camera's elevation. */
  squash: number;
  /** Radius of the wall where it meets the heel. */
  radius: number;
  /** Height of the centre of the foot circle. */
  base: number;
  /** Rounding between wall and foot. */
  heel: number;
  start: ProfilePoint;
  segments: readonly ProfileSegment[];
}

const heelTurn = ({ radius, base, heel, squash }: Lathe): { portion: number; y: number; slope: number } => {
  const portion = 1 - heel / radius;
  const rise = Math.sqrt(1 - portion * portion);
  return { portion, y: base + radius * squash * rise, slope: (squash * portion) / rise };
};

/** The closed outline, with the far edge of the mouth on top. */
export function outlineOf(lathe: Lathe): string {
  const { cx, squash, radius, base, heel, start, segments } = lathe;
  const turn = heelTurn(lathe);
  const wallEnd = base - heel * 0.9;
  const reach = turn.y - wallEnd;
  const at = (side: 1 | -1, [r, y]: ProfilePoint): string => `${fix(cx + side * r)} ${fix(y)}`;
  const [startRadius] = start;

  const down = segments.map((segment) =>
    segment.length === 1 ? `L${at(1, segment[0])}` : `C${segment.map((point) => at(1, point)).join(' ')}`,
  );
  const corners: readonly ProfilePoint[] = [
    [radius, wallEnd],
    [radius, wallEnd + reach * 0.62],
    [radius * turn.portion + heel * 0.6, turn.y - heel * 0.6 * turn.slope],
    [radius * turn.portion, turn.y],
  ];
  const [wall, near, far, foot] = corners as readonly [ProfilePoint, ProfilePoint, ProfilePoint, ProfilePoint];
  const arc = `A${fix(radius)} ${fix(radius * squash)} 0 0 1 ${at(-1, foot)}`;

  return [
    `M${at(-1, start)}A${fix(startRadius)} ${fix(startRadius * squash)} 0 0 1 ${at(1, start)}`,
    ...down,
    `V${fix(wallEnd)}C${at(1, near)} ${at(1, far)} ${at(1, foot)}`,
    arc,
    `C${at(-1, far)} ${at(-1, near)} ${at(-1, wall)}`,
    ...upwards(lathe, -1),
    'Z',
  ].join('');
}

/**
 * The part of the surface between two shares of the radius, from -1 (left edge) to 1 (right edge): since a solid of
 * revolution scales about its axis, such a strip follows shoulder and wall as a reflection does.
 */
export function stripOf(lathe: Lathe, from: number, to: number): string {
  const { cx, squash, radius, base, start, segments } = lathe;
  const at = (portion: number, [r, y]: ProfilePoint): string => `${Math.round(cx + portion * r)} ${Math.round(y)}`;
  const foot = (portion: number): ProfilePoint => [
    radius,
    base + radius * squash * Math.sqrt(Math.max(0, 1 - portion * portion)),
  ];
  const down = segments.map((segment) =>
    segment.length === 1 ? `L${at(from, segment[0])}` : `C${segment.map((point) => at(from, point)).join(' ')}`,
  );
  return [
    `M${at(from, start)}`,
    ...down,
    `L${at(from, foot(from))}L${at(to, foot(to))}`,
    ...upwards(lathe, to),
    'Z',
  ].join('');
}

/** An ellipse as a path: the circle of the solid at one height. */
export function ringAt(cx: number, y: number, radius: number, squash: number): string {
  const rx = fix(radius);
  const ry = fix(radius * squash);
  return `M${fix(cx - radius)} ${fix(y)}A${rx} ${ry} 0 0 1 ${fix(cx + radius)} ${fix(y)}A${rx} ${ry} 0 0 1 ${fix(cx - radius)} ${fix(y)}Z`;
}

/** The near edge of that circle, from left to right. */
export function frontArc(cx: number, y: number, radius: number, squash: number): string {
  return `M${fix(cx - radius)} ${fix(y)}A${fix(radius)} ${fix(radius * squash)} 0 0 0 ${fix(cx + radius)} ${fix(y)}`;
}

/** A profile walked from the end of its wall to its start, at one share of the radius. */
function upwards({ cx, start, segments }: Lathe, portion: number): string[] {
  const at = ([r, y]: ProfilePoint): string => `${fix(cx + portion * r)} ${fix(y)}`;
  const ends = segments.map((segment): ProfilePoint => (segment.length === 1 ? segment[0] : segment[2]));
  const climbs = segments.map((segment, index) => {
    const origin = at(ends[index - 1] ?? start);
    return segment.length === 1 ? `L${origin}` : `C${at(segment[1])} ${at(segment[0])} ${origin}`;
  });
  return [`V${fix((ends.at(-1) ?? start)[1])}`, ...climbs.reverse()];
}
