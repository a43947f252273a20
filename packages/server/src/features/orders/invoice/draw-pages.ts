import { fontFeatures } from './invoice-fonts.ts';
import { colourOf, type InvoicePage, type Rule, type TextBlock } from './invoice-page.ts';

interface CellOptions extends PDFKit.Mixins.StructureElementOptions {
  scope?: 'Row' | 'Column';
}

/** Draws pages into a document, with the structure by which a screen reader finds its way (PDF/UA). */
export function drawPages(doc: PDFKit.PDFDocument, pages: readonly InvoicePage[]): void {
  const root = doc.struct('Document');
  doc.addStructure(root);
  const placeOf = structureOf(doc, root);
  for (const page of pages) {
    doc.addPage();
    drawArtifact(doc, 'Layout', () => {
      for (const rule of page.rules) drawRule(doc, rule);
    });
    for (const block of page.blocks) {
      if (block.role === 'artifact') drawArtifact(doc, 'Pagination', () => drawText(doc, block));
      else placeOf(block).add(() => drawText(doc, block));
    }
  }
  root.end();
}

/** Finds or makes the structure element of a block; a table may go on over several pages. */
function structureOf(doc: PDFKit.PDFDocument, root: PDFKit.PDFStructureElement) {
  const made = new Map<string, PDFKit.PDFStructureElement>();
  const child = (key: string, parent: PDFKit.PDFStructureElement, tag: string, options: CellOptions = {}) => {
    const element = made.get(key) ?? doc.struct(tag, options);
    if (!made.has(key)) parent.add(element);
    made.set(key, element);
    return element;
  };
  return ({ role, cell }: TextBlock): PDFKit.PDFStructureElement => {
    if (!cell) {
      const element = doc.struct(role);
      root.add(element);
      return element;
    }
    const { table, row, column, scope } = cell;
    const tableElement = child(table, root, 'Table');
    const rowElement = child(`${table}/${row}`, tableElement, 'TR');
    return child(`${table}/${row}/${column}`, rowElement, role, scope ? { scope } : {});
  };
}

function drawArtifact(doc: PDFKit.PDFDocument, type: 'Layout' | 'Pagination', draw: () => void): void {
  doc.markContent('Artifact', { type });
  draw();
  doc.endMarkedContent();
}

function drawRule(doc: PDFKit.PDFDocument, { x, y, width, thickness, colour }: Rule): void {
  doc
    .moveTo(x, y)
    .lineTo(x + width, y)
    .lineWidth(thickness)
    .strokeColor(colourOf(colour))
    .stroke();
}

function drawText(doc: PDFKit.PDFDocument, { lines, style }: TextBlock): void {
  // pdfkit hands features on to fontkit, which takes switches as well as the names that the types know.
  const features = fontFeatures(style.figures) as unknown as PDFKit.Mixins.OpenTypeFeatures[];
  doc.fillColor(colourOf(style.colour));
  lines.forEach(({ runs, x, baseline }, index) => {
    let at = x;
    runs.forEach(({ text, file, width }, run) => {
      // A line that goes on ends with a space, or a reader would join two words.
      const goesOn = run === runs.length - 1 && index < lines.length - 1;
      doc.font(file).fontSize(style.size);
      doc.text(goesOn ? `${text} ` : text, at, baseline, { lineBreak: false, baseline: 'alphabetic', features });
      at += width;
    });
  });
}
