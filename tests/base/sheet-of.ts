/** Small workbooks, written part by part in the shape of the two formats. */
import { zipOf } from './zip-of.js';

const TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export function escapeXml(text: string): string {
  return text.replace(/[&<>"\r]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** An XLSX workbook: the rows of each sheet as XML, and what else its parts hold. */
export function xlsxOf(
  sheets: Readonly<Record<string, string>>,
  more: {
    readonly strings?: readonly string[];
    readonly styles?: string;
    readonly workbook?: string;
    readonly parts?: Readonly<Record<string, string>>;
  } = {},
): Buffer {
  const names = Object.keys(sheets);
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${TYPE}/${type}" Target="${target}"/>`;
  return zipOf({
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': `<Relationships>${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<workbook xmlns:r="${TYPE}">${more.workbook ?? ''}<sheets>${names
      .map((name, at) => `<sheet name="${escapeXml(name)}" sheetId="${at + 1}" r:id="s${at}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${names
      .map((_, at) => relation(`s${at}`, 'worksheet', `worksheets/sheet${at}.xml`))
      .join(
        '',
      )}${relation('t', 'sharedStrings', 'sharedStrings.xml')}${relation('y', 'styles', '/xl/styles.xml')}</Relationships>`,
    'xl/sharedStrings.xml': `<sst>${(more.strings ?? []).map((text) => `<si>${text}</si>`).join('')}</sst>`,
    'xl/styles.xml': `<styleSheet>${more.styles ?? ''}</styleSheet>`,
    ...Object.fromEntries(
      names.map((name, at) => [
        `xl/worksheets/sheet${at}.xml`,
        `<?xml version="1.0" encoding="UTF-8"?><worksheet><sheetData>${sheets[name]}</sheetData></worksheet>`,
      ]),
    ),
    ...more.parts,
  });
}

/** An XLSX workbook of one sheet with these cells as inline strings. */
export function xlsxTable(rows: readonly (readonly string[])[]): Buffer {
  const cell = (text: string) =>
    `<c t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`;
  return xlsxOf({ Sheet1: rows.map((cells) => `<row>${cells.map(cell).join('')}</row>`).join('') });
}

/** An ODS workbook: the rows of each sheet as XML. */
export function odsOf(sheets: Readonly<Record<string, string>>): Buffer {
  const tables = Object.entries(sheets).map(
    ([name, rows]) => `<table:table table:name="${escapeXml(name)}">${rows}</table:table>`,
  );
  return zipOf({
    'META-INF/manifest.xml': '<manifest/>',
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'content.xml': `<?xml version="1.0" encoding="UTF-8"?><office:document-content><office:body><office:spreadsheet>${tables.join('')}</office:spreadsheet></office:body></office:document-content>`,
  });
}

/** An ODS workbook of one sheet with these cells as text, and the empty rows that end every real one. */
export function odsTable(rows: readonly (readonly string[])[]): Buffer {
  const cell = (text: string) =>
    `<table:table-cell office:value-type="string"><text:p>${escapeXml(text)}</text:p></table:table-cell>`;
  const rest = '<table:table-cell table:number-columns-repeated="16370"/>';
  const lines = rows.map((cells) => `<table:table-row>${cells.map(cell).join('')}${rest}</table:table-row>`);
  const tail = `<table:table-row table:number-rows-repeated="1048000">${rest}</table:table-row>`;
  return odsOf({ Sheet1: lines.join('') + tail });
}
