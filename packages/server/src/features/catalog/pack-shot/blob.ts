/** A soft closed outline about a centre, drawn through points whose distance from it varies a little, always the same way for one sequence. */
export function blobAt(
  cx: number,
  cy: number,
  radius: number,
  uneven: number,
  next: () => number,
  stretch = 1,
): string {
  const count = 9;
  const points = Array.from({ length: count }, (_, index) => {
    const angle = (index / count) * Math.PI * 2;
    const reach = radius * (1 + (next() - 0.5) * 2 * uneven);
    return [cx + Math.cos(angle) * reach, cy + Math.sin(angle) * reach * stretch] as const;
  });
  const at = (index: number): readonly [number, number] => points[(index + count) % count] ?? [cx, cy];
  const whole = (x: number, y: number): string => `${Math.round(x)} ${Math.round(y)}`;
  const curves = points.map((_, index) => {
    const [x0, y0] = at(index - 1);
    const [x1, y1] = at(index);
    const [x2, y2] = at(index + 1);
    const [x3, y3] = at(index + 2);
    return `C${whole(x1 + (x2 - x0) / 6, y1 + (y2 - y0) / 6)} ${whole(x2 - (x3 - x1) / 6, y2 - (y3 - y1) / 6)} ${whole(x2, y2)}`;
  });
  return `M${whole(...at(0))}${curves.join('')}Z`;
}

/** Round dots of many sizes as strokes of no length, which take less room in the markup than circles do. */
export class Dots {
  readonly #paths = new Map<number, string>();

  /** Adds a dot. */
  add(x: number, y: number, width: number): void {
    const size = Math.max(1, Math.round(width));
    this.#paths.set(size, `${this.#paths.get(size) ?? ''}M${Math.round(x)} ${Math.round(y)}h0`);
  }

  /** All dots, to stand in a group that sets stroke colour and round caps. */
  draw(): string {
    return [...this.#paths].map(([width, path]) => `<path d="${path}" stroke-width="${width}"/>`).join('');
  }
}
