import type { PictureValue } from './picture.tsx';

/** What a browser may choose from, in one format. */
export interface SourceSet {
  readonly type: string;
  readonly srcSet: string;
}

/** Every format of a picture with the widths it can be had in; the last is for browsers that know none of the others. */
export function sourcesOf({ template, widths, formats }: PictureValue): SourceSet[] {
  if (!template) return [];
  return formats.map((format) => {
    const name = format.toLowerCase();
    const srcSet = widths.map((width) => `${addressOf(template, width, name)} ${width}w`).join(', ');
    return { type: `image/${name}`, srcSet };
  });
}

/** The address of a picture for a program that knows neither new formats nor drawings, such as one that previews a link. */
export function plainAddressOf({ template, widths, url }: PictureValue): string {
  return template === null ? url : addressOf(template, Math.max(...widths), 'png');
}

function addressOf(template: string, width: number, format: string): string {
  return template.replace('{width}', String(width)).replace('{format}', format);
}
