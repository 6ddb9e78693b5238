/**
 * Numbers in `Additional Information`, a text of sentences that is kept whole in the notes: passports, identity, tax and
 * company numbers behind their words. Only what a word names is taken; a number of its own is nobody's.
 */
import { isImo, isImoCompany } from '../../model/index.js';
import { placeNumber } from '../wording/identity-numbers.js';
import { readRemarks } from '../wording/un-remarks.js';

type Rule = { readonly property: string; readonly label: RegExp };

/** A label, then numbers; each seen in the list of 2024. */
const RULES: readonly Rule[] = [
  { property: 'passportNumber', label: /\bpassports?(?: ?\(?(?:no|numbers?)\)?\.?)?s?[.:]*\s/gi },
  {
    property: 'idNumber',
    label: /\b(?:national |civil )?(?:identification|identity|id)(?: card)? ?(?:no|numbers?)\.?s?[.:]*\s/gi,
  },
  {
    property: 'taxNumber',
    label: /\b(?:tax(?:payer)? (?:id(?:entification)? )?|TIN|INN)(?: ?(?:no|number)\.?)?[.:]*\s/gi,
  },
  {
    property: 'registrationNumber',
    label:
      /\b(?:company (?:identification|registration)|state registration|registration|OGRN)(?: ?(?:no\.?|number|id))?[.:]*\s?/gi,
  },
];
/** What may stand between a label and its number: a letter with a bracket, a country, a word for number. */
const NUMBER =
  /^(?:\(?[a-z]\)\s*)?(?:(?:[A-Z][\p{L}]+ ){0,3}(?:passport )?(?:[Nn]umber|[Nn]o\.?|[Pp]assport)[: ]*)?([A-Z]{0,3}[ -]?\d[\dA-Z/-]{4,19})(?![\p{L}\d])/u;
/** Characters of a text that is looked through. */
const LONGEST = 20_000;
const NEXT = /(?:^|[\s,;])\(?[b-z]\)\s*/;

/** Facts of the text, as properties and values. @param codes the party's countries, by which Russian numbers are known */
export function numbersIn(
  remarks: string,
  schema: string,
  codes: readonly string[],
): readonly (readonly [property: string, value: string])[] {
  const found: (readonly [string, string])[] = [];
  const text = remarks.slice(0, LONGEST);
  const isPerson = schema === 'Person';
  const russian = codes.includes('ru') ? 'yes' : codes.length > 0 ? 'no' : 'unknown';
  for (const { property, label } of RULES) {
    if (!isPerson && property === 'passportNumber') continue;
    if (!isPerson && property === 'idNumber') continue;
    for (const match of text.matchAll(label)) {
      const [rest = ''] = text
        .slice(match.index + match[0].length, match.index + 400)
        .split(/\.\s+(?=[A-Z])/);
      for (const part of rest.split(NEXT)) {
        const number = NUMBER.exec(part.trim())?.[1];
        if (number === undefined) break;
        const placed = placeNumber(property, number.trim(), russian);
        found.push([placed.property, placed.value]);
      }
    }
  }
  for (const [, digits] of text.matchAll(/\bIMO(?: number| no\.?)?:? ?(\d{7})\b/gi)) {
    // Sentences about ship owners name their ships too.
    if (schema === 'Vessel' ? isImo(digits!) : !isPerson && isImoCompany(digits!))
      found.push(['imoNumber', digits!]);
  }
  return [...found, ...readRemarks(text, isPerson ? 'individual' : 'entity')];
}
