/** Where real lists of each source lie, and what of a broken one must have arrived, or been told, because it still stands. */

const EXTRACT = ['us-export-control-2026'];

/** Source → folders of real lists that its readers may read; every format is tried that a folder holds. */
export const FOLDERS: Readonly<Record<string, readonly string[]>> = {
  'us-ofac-sdn': ['us-ofac-sdn', 'us-ofac-sdn-xml-sample', 'us-ofac-consolidated-xml'],
  'us-ofac-consolidated': ['us-ofac-consolidated', 'us-ofac-consolidated-xml'],
  'us-csl': ['us-csl-sample'],
  'us-bis-dpl': ['us-bis-dpl'],
  'us-bis-el': EXTRACT,
  'us-bis-meu': EXTRACT,
  'us-isn': EXTRACT,
  'us-aeca-debarred': EXTRACT,
  'us-uflpa': EXTRACT,
  'us-dod-1260h': ['us-dod-1260h'],
  'us-fincen-311': ['us-fincen-311'],
  'us-state-cuba': ['us-state-cuba'],
  'us-special-leg': ['us-special-leg'],
  'eu-journal': ['eu-journal'],
  'eu-fsf': ['eu-fsf'],
  'gb-uksl': ['gb-uksl'],
  'gb-ofsi-conlist': ['gb-ofsi-conlist'],
  'un-sc': ['un-sc'],
  'ch-seco': ['ch-seco'],
  'ch-fiaa': ['ch-fiaa'],
  'ca-sema': ['ca-sema'],
  'au-dfat': ['au-dfat'],
  'ua-war-sanctions': ['ua-war-sanctions', 'ftm-samples/yente/zala'],
  'cn-sanctions': ['cn-sanctions'],
  '*': ['ftm-samples/yente/zala', 'ftm-samples/ransomwhere'],
};

/**
 * How what stands in a file is told from its text. `ids`: the entries' own ids, each of which is in the list; `entries`:
 * as many as the list holds; `most`: more than that the list cannot hold; `counted`: the file says how many it holds, so
 * that without a word no more than one is missing. `file` is the one of several in a folder
 * that this is told of.
 */
export type Standing =
  | {
      readonly by: 'ids' | 'entries' | 'most';
      readonly pattern: RegExp;
      readonly excuses?: readonly string[];
      readonly file?: RegExp;
    }
  | { readonly by: 'counted'; readonly file?: undefined };

const UK_ROW = /^\d{2}\/\d{2}\/\d{4},([A-Z]{3}\d{4}),/gm;
/** The first cells of rows, as they are written into small workbooks of either format. */
const SHEET_ROW = (id: string) =>
  new RegExp(
    `<row><c t="inlineStr"><is><t xml:space="preserve">${id}</t></is></c><c t="inlineStr">|<table:table-row><table:table-cell office:value-type="string"><text:p>${id}</text:p></table:table-cell>`,
    'g',
  );
/** Rows, the line of headings among them. */
const LINES = /^.*\S.*$/gm;

/** Source and format → how what stands is told; the source alone for all its formats. */
export const STANDING: Readonly<Record<string, Standing>> = {
  'gb-uksl UK CSV': { by: 'ids', pattern: UK_ROW },
  'gb-uksl UK XML': { by: 'ids', pattern: /<Designation>\s*<UniqueID>([A-Z]{3}\d{4})<\/UniqueID>/g },
  'gb-uksl UK spreadsheet': { by: 'ids', pattern: SHEET_ROW('([A-Z]{3}\\d{4})') },
  'au-dfat': { by: 'ids', pattern: SHEET_ROW('(\\d+)[a-z]?') },
  // A copy that was cut has groups without the row of their primary name: to say that again excuses nothing.
  'gb-ofsi-conlist': { by: 'ids', pattern: /,(\d{4,5})\r?$/gm, excuses: ['missing-field'] },
  'ca-sema': { by: 'entries', pattern: /<record[\s>]/g },
  'ch-seco': { by: 'entries', pattern: /<target[\s>]/g, file: /excerpt/ },
  'us-bis-dpl': { by: 'most', pattern: LINES },
  'us-csl CSL CSV': { by: 'most', pattern: LINES, file: /^csl/ },
  'us-bis-el': { by: 'counted' },
  'us-bis-meu': { by: 'counted' },
  'us-isn': { by: 'counted' },
  'us-aeca-debarred': { by: 'counted' },
  'us-uflpa': { by: 'counted' },
};
