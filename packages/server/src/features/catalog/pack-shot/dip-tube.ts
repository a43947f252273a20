import type { Studio } from './studio.ts';

/** A tube that hangs in a bottle, seen through its glass. */
export function paintTube({ sketch }: Studio, cx: number, radius: number, top: number, bottom: number): string {
  const glass = sketch.linear(
    [cx - radius, 0],
    [cx + radius, 0],
    [
      [0, '#2f3633', 0.55],
      [0.14, '#ffffff', 0.75],
      [0.35, '#ffffff', 0.15],
      [0.8, '#ffffff', 0.3],
      [1, '#2f3633', 0.5],
    ],
  );
  return `<path d="M${cx - radius} ${top}h${radius * 2}V${bottom - 46}l${-radius * 0.6} 46h${-radius * 0.8}l${-radius * 0.6} -46Z" fill="${glass}"/>`;
}
