import sharp from 'sharp';
import { NotFetched } from '../../../platform/guarded-get/guarded-get.ts';
import type { PictureFiles } from '../rendering/picture-files.ts';
import { FORMATS } from '../rendering/rendition.ts';
import { WRITE } from '../rendering/write-formats.ts';
import { copyHash, copyWidths } from './picture-copy.ts';

/** A picture as it is kept. */
export interface DecodedPicture {
  readonly digest: string;
  readonly width: number;
  readonly height: number;
  readonly placeholder: string;
}

/** A small file can hold a picture that fills the memory; this many are a large photograph. */
const MOST_PIXELS = 50_000_000;
/** Less is no picture of a product but a dot that counts visitors. */
const LEAST_SIDE = 16;
/** What is transparent gets the colour of the pages, on which dark and light pictures can both be seen. */
const GROUND = '#f4f1ea';

/** What pictures of these formats begin with. SVG is none of them: it is a program for a browser more than a picture. */
const BEGINNINGS: readonly ((bytes: Buffer) => boolean)[] = [
  (bytes) => bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff])),
  (bytes) => bytes.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])),
  (bytes) => /^GIF8[79]a/.test(bytes.toString('latin1', 0, 6)),
  (bytes) => /^RIFF[\s\S]{4}WEBP/.test(bytes.toString('latin1', 0, 12)),
  (bytes) => /^[\s\S]{4}ftypavi[fs]/.test(bytes.toString('latin1', 0, 12)),
];

/**
 * Decodes a fetched picture and keeps it in all widths and formats, turned as its camera says and without anything that was noted
 * in it (place, camera, name). What a server called it counts for nothing: it is what it begins with.
 * @throws {NotFetched} if it is no picture, or not a whole one.
 */
export async function decodePicture(files: PictureFiles, bytes: Buffer, digest: string): Promise<DecodedPicture> {
  if (!BEGINNINGS.some((begins) => begins(bytes))) {
    throw new NotFetched('it is no picture in JPEG, PNG, WebP, AVIF or GIF');
  }
  try {
    const { data, info } = await sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'truncated' })
      .autoOrient()
      .flatten({ background: GROUND })
      .resize({ width: 2400, height: 2400, fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
      .raw()
      .toBuffer({ resolveWithObject: true });
    const { width, height, channels } = info;
    if (Math.min(width, height) < LEAST_SIDE) throw new NotFetched('it is too small to be of a product');
    const decoded = () => sharp(data, { raw: { width, height, channels } });
    for (const wanted of copyWidths(width)) {
      for (const format of FORMATS) {
        const written = await WRITE[format](decoded().resize({ width: wanted })).toBuffer();
        await files.write(copyHash(digest), { width: wanted, format }, written);
      }
    }
    const tiny = await decoded().resize({ width: 16 }).webp({ quality: 40 }).toBuffer();
    return { digest, width, height, placeholder: `data:image/webp;base64,${tiny.toString('base64')}` };
  } catch (error) {
    if (error instanceof NotFetched) throw error;
    const { message } = error as Error;
    if (/pixel limit/i.test(message))
      throw new NotFetched(`it has more than ${MOST_PIXELS / 1_000_000} million pixels`);
    throw new NotFetched('it is damaged');
  }
}
