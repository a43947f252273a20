import { preload } from 'react-dom';
import type { SourceSet } from './picture-sources.ts';

/**
 * Names the picture that a page begins with in its head, ahead of fonts and scripts: a browser would come to it in the page when all
 * connections are busy with those. One that does not know the format passes over it.
 */
export function preloadPicture({ type, srcSet }: SourceSet, sizes: string): void {
  // React asks for one address too, and leaves it out of the page where there are several.
  const [address = ''] = srcSet.split(' ');
  preload(address, { as: 'image', type, imageSrcSet: srcSet, imageSizes: sizes, fetchPriority: 'high' });
}
