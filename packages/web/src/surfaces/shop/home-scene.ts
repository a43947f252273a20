import type { SourceSet } from '../../components/picture-sources.ts';

/** What packages/e2e/src/harness/draw-scene.ts made of the drawing beside this file: `scene/<hash>-<width>.<format>`. */
const RENDERED = import.meta.glob<string>('./scene/*.{avif,webp}', { eager: true, query: '?url', import: 'default' });

/** The scene of the home page in the formats that browsers choose from, the smallest files first. */
export const SCENE: readonly [SourceSet, ...SourceSet[]] = [sourceOf('avif'), sourceOf('webp')];

/** How wide the scene is painted: its box shows a little less than its whole width. */
export const SCENE_SIZES = '(min-width: 64rem) 54vw, 107vw';

function sourceOf(format: string): SourceSet {
  const files = Object.entries(RENDERED).filter(([path]) => path.endsWith(`.${format}`));
  const srcSet = files.map(([path, url]) => `${url} ${/-(\d+)\.\w+$/.exec(path)?.[1]}w`).join(', ');
  return { type: `image/${format}`, srcSet };
}
