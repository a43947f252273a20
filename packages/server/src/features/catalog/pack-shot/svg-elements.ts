/** One element of a drawing as a test sees it. */
export interface SvgElement {
  name: string;
  attributes: ReadonlyMap<string, string>;
  /** The text directly before the element's end or its first child, decoded. */
  text: string;
}

const TAG = /^<(\/?)([A-Za-z][\w-]*)((?:\s+[A-Za-z][\w:-]*="[^"<]*")*)\s*(\/?)>/;
const ATTRIBUTE = /([A-Za-z][\w:-]*)="([^"<]*)"/g;
const ENTITIES: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };

/**
 * Reads a drawing in a subset of XML so strict that whatever it accepts is well formed: one root, quoted attributes
 * given once, five entities, no comments, no instructions. For tests, since Node has no XML parser; throws an Error
 * that says what is wrong and where.
 */
export function readElements(svg: string): SvgElement[] {
  const elements: SvgElement[] = [];
  const open: string[] = [];
  let rest = svg;
  const fail = (reason: string): never => {
    throw new Error(`${reason} at ${svg.length - rest.length}: ${rest.slice(0, 60)}`);
  };
  while (rest !== '') {
    if (elements.length > 0 && open.length === 0) fail('content after the root');
    const tag = TAG.exec(rest);
    if (tag) {
      const [whole, slash, name = '', list = '', empty] = tag;
      rest = rest.slice(whole.length);
      if (slash) {
        if (open.pop() !== name || list !== '') fail(`unexpected end of ${name}`);
        continue;
      }
      const attributes = new Map<string, string>();
      for (const [, key = '', value = ''] of list.matchAll(ATTRIBUTE)) {
        if (attributes.has(key)) fail(`second ${key}`);
        attributes.set(key, decode(value, fail));
      }
      elements.push({ name, attributes, text: empty ? '' : decode(/^[^<]*/.exec(rest)?.[0] ?? '', fail) });
      if (!empty) open.push(name);
    } else {
      const text = /^[^<]+/.exec(rest)?.[0] ?? fail('not a tag');
      if (open.length === 0) fail('text outside the root');
      decode(text, fail);
      rest = rest.slice(text.length);
    }
  }
  if (open.length > 0) fail(`unclosed ${open.join(', ')}`);
  return elements;
}

function decode(text: string, fail: (reason: string) => never): string {
  if (/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(text)) fail('forbidden character');
  return text.replace(/&[^;]*;?/g, (entity) => ENTITIES[entity] ?? fail(`unknown entity ${entity}`));
}
