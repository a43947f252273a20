import type { Picture } from '@barrier/schema/catalog/product.type.ts';
import type { PictureFormat } from '@barrier/schema/catalog/vocabulary.ts';
import type { ListedPicture, ProductRecord } from './catalogue-records.ts';
import { copyTemplate, copyWidths, type PictureCopy } from './fetched-pictures/picture-copy.ts';
import type { GroupPicture } from './group-pictures.ts';
import { GROUP_HEIGHT, GROUP_WIDTH } from './pack-shot/group-size.ts';
import { packPlaceholder, swatchPlaceholder } from './pack-shot/placeholder.ts';
import { drawnPicturesOf, PICTURE_HEIGHT, PICTURE_WIDTH, servedPicturesOf, templateOf } from './product-pictures.ts';
import { FORMATS, WIDTHS } from './rendering/rendition.ts';

const PICTURE_FORMATS = FORMATS.map((format) => format.toUpperCase() as PictureFormat);
const NONE: readonly never[] = [];

/** A drawn picture as the graph answers it; what only some pages ask for is put together when they do. */
class DrawnPicture implements Picture {
  constructor(
    readonly url: string,
    readonly alt: string,
    private readonly makePlaceholder: () => string,
    readonly width = PICTURE_WIDTH,
    readonly height = PICTURE_HEIGHT,
  ) {}

  get template(): string {
    return templateOf(this.url);
  }

  get widths(): readonly number[] {
    return WIDTHS;
  }

  get formats(): readonly PictureFormat[] {
    return PICTURE_FORMATS;
  }

  get placeholder(): string {
    return this.makePlaceholder();
  }
}

/** A picture's alternative text where it is drawn, by language. */
const TEXTURE_OF: readonly ((title: string) => string)[] = [
  (title) => `Texture of ${title}`,
  (title) => `Textur von ${title}`,
  (title) => `${title}的质地`,
];

/** The pictures of a product in a language (its place in `LANGUAGES`). */
export function picturesOf(product: ProductRecord, lang: number): Picture[] {
  const title = product.title[lang] as string;
  const served = servedPicturesOf(product);
  if (served.length > 0) {
    return served.map((picture) => (picture.copy ? copied(picture.copy, picture.alt || title) : own(picture, title)));
  }
  if (product.drawn === undefined) product.drawn = drawnPicturesOf(product);
  const { drawn, packaging } = product;
  if (!drawn || !packaging) return [];
  const pack = new DrawnPicture(drawn.packShot, title, () => packPlaceholder(packaging.material, packaging.tint));
  if (!drawn.swatch) return [pack];
  const texture = TEXTURE_OF[lang] as (title: string) => string;
  return [pack, new DrawnPicture(drawn.swatch, texture(title), () => swatchPlaceholder(packaging.tint))];
}

function copied(copy: PictureCopy, alt: string): Picture {
  const template = copyTemplate(copy);
  const widths = copyWidths(copy.width);
  const url = template.replace('{width}', String(widths.at(-1))).replace('{format}', 'png');
  const { width, height, placeholder } = copy;
  return { url, template, widths, formats: PICTURE_FORMATS, placeholder, width, height, alt };
}

function own({ url, width, height, alt }: ListedPicture, title: string): Picture {
  return {
    url,
    template: null,
    widths: NONE,
    formats: NONE,
    placeholder: null,
    // A size that is half known would be a wrong shape.
    width: (height && width) || PICTURE_WIDTH,
    height: (width && height) || PICTURE_HEIGHT,
    alt: alt || title,
  };
}

const GROUP_OF: readonly ((title: string) => string)[] = [
  (title) => `Products: ${title}`,
  (title) => `Produkte: ${title}`,
  (title) => `${title}系列产品`,
];

/** The picture of a category or collection in a language (its place in `LANGUAGES`). */
export function groupPicture({ url, spec }: GroupPicture, title: string, lang: number): Picture {
  const alt = (GROUP_OF[lang] as (title: string) => string)(title);
  return new DrawnPicture(
    url,
    alt,
    () => swatchPlaceholder(spec.packs[0]?.tint ?? '#c9c2b8'),
    GROUP_WIDTH,
    GROUP_HEIGHT,
  );
}
