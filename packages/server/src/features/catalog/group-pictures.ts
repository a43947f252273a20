import type { CollectionRecord, ProductRecord } from './catalogue-records.ts';
import type { GroupSpec, PackForm } from './pack-shot/pack-shot-spec.ts';
import { type AskedPicture, drawnPicturesOf, packShotSpec, pathOf, readPicturePath } from './product-pictures.ts';
import type { NamedDrawing } from './rendering/drawing.ts';
import { WIDTHS } from './rendering/rendition.ts';

/** The picture of a category or collection. */
export interface GroupPicture {
  readonly url: string;
  readonly spec: GroupSpec;
}

/** What groups are put together from. */
export interface GroupSource {
  readonly version: number;
  readonly index: { readonly products: readonly (ProductRecord | undefined)[] };
  collection(handle: string): CollectionRecord | undefined;
}

const MOST_PACKS = 3;
const SUFFIX = '-group';

/** Forms that stand well beside others; the rest lie, or bring a lid of their own. */
const SOCIABLE: ReadonlySet<PackForm> = new Set(['PUMP', 'JAR', 'DROPPER', 'TUBE', 'BOTTLE', 'SPRAY']);

/** Of the version of a catalogue that was last asked for. */
const kept = new WeakMap<GroupSource['index'], { version: number; groups: ReadonlyMap<string, GroupPicture> }>();

/** The picture of a category or collection; null if none of its products is drawn. */
export function groupPictureOf(source: GroupSource, handle: string): GroupPicture | null {
  let known = kept.get(source.index);
  if (known?.version !== source.version) {
    known = { version: source.version, groups: composeGroups(source) };
    kept.set(source.index, known);
  }
  return known.groups.get(handle) ?? null;
}

/** The drawing of a group's picture that a path asks for; null if there is none. */
export function groupDrawingFor({ name, hash, rendition }: AskedPicture, source: GroupSource): NamedDrawing | null {
  if (!name.endsWith(SUFFIX) || (rendition && !WIDTHS.includes(rendition.width))) return null;
  const group = groupPictureOf(source, name.slice(0, -SUFFIX.length));
  return group?.url.endsWith(`-${hash}.svg`) ? { hash, drawing: { kind: 'GROUP', spec: group.spec } } : null;
}

/** The drawings of all groups, for whoever renders them ahead. */
export function groupDrawings(source: GroupSource, handles: readonly string[]): NamedDrawing[] {
  return handles.flatMap((handle) => {
    const asked = readPicturePath(groupPictureOf(source, handle)?.url ?? '');
    return (asked && groupDrawingFor(asked, source)) ?? [];
  });
}

/** For each group its first products, of different forms where there are such. */
function composeGroups(source: GroupSource): ReadonlyMap<string, GroupPicture> {
  const members = new Map<string, ProductRecord[]>();
  for (const product of source.index.products) {
    if (!product || !drawnPicturesOf(product)) continue;
    for (const handle of new Set([product.category ?? '', ...product.collections])) {
      const group = members.get(handle);
      if (group) group.push(product);
      else members.set(handle, [product]);
    }
  }
  const groups = new Map<string, GroupPicture>();
  for (const [handle, products] of members) {
    const title = source.collection(handle)?.title[0];
    if (title === undefined) continue;
    const spec = { title, packs: choose(products).map(packShotSpec) };
    groups.set(handle, { url: pathOf(handle + SUFFIX, spec), spec });
  }
  return groups;
}

function choose(products: readonly ProductRecord[]): ProductRecord[] {
  const forms = new Set<PackForm>();
  const sociable = products.filter(({ packaging }) => packaging && SOCIABLE.has(packaging.form));
  const different = sociable.filter(({ packaging }) => {
    if (!packaging || forms.has(packaging.form)) return false;
    forms.add(packaging.form);
    return true;
  });
  return [...new Set([...different, ...sociable, ...products])].slice(0, MOST_PACKS);
}
