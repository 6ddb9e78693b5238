/**
 * Facts that the Swiss list holds in sentences only (`other-information`): numbers, addresses on the net. The sentences
 * are kept whole in the notes; what is recognised here is added where a check looks for it.
 */
import { isBic, isImo, isImoCompany } from '../../model/index.js';
import { placeNumber } from '../wording/identity-numbers.js';

/** A fact as found; `failed` where its number should carry a check digit and does not. */
export type Fact = { readonly property: string; readonly value: string; readonly failed: boolean };

type Rule = { readonly property: string; readonly pattern: RegExp };

/** A number that is named: its label, `:` or `.` or a blank, then letters, digits and what stands between them. */
const NUMBER = String.raw`(?:\s*(?:number|no|nr|code|n°))?[\s.:]{1,4}([A-Z0-9][A-Z0-9/.-]{3,24}\d)\b`;
const named = (label: string): RegExp => new RegExp(`\\b(?:${label})${NUMBER}`, 'gi');

/** Each pattern holds the value in its first group. The first rule that takes a value keeps it. */
const RULES: readonly Rule[] = [
  {
    property: 'imoNumber',
    pattern:
      /\bIMO(?:\s*(?:vessel|ship|company|registration))?(?:\s*(?:number|no|nr))?[\s.:#]{0,4}(\d{7})\b/gi,
  },
  {
    property: 'swiftBic',
    pattern:
      /\b(?:SWIFT|BIC)(?:\s?[/-]?\s?(?:BIC|SWIFT))?(?:\s?code)?[\s.:]{1,4}([A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?)\b/g,
  },
  { property: 'mmsi', pattern: /\bMMSI(?:\s*(?:number|no))?[\s.:]{1,4}(\d{9})\b/gi },
  { property: 'ogrnCode', pattern: named('OGRN|main state registration') },
  { property: 'innCode', pattern: named('INN|tax(?:payer)?(?: identification)? number \\(INN\\)') },
  { property: 'vatCode', pattern: named('VAT') },
  {
    property: 'taxNumber',
    pattern: named('tax(?:payer)?(?: (?:identification|id|registration))?|TIN|UNP|NIT|RIF|fiscal'),
  },
  { property: 'leiCode', pattern: /\bLEI(?:\s*code)?[\s.:]{1,4}([A-Z0-9]{18}\d{2})\b/g },
  {
    property: 'registrationNumber',
    pattern: named(
      '(?:business |company |commercial |state |trade )?regist(?:ration|ry|er|ered)|EDRPOU|company',
    ),
  },
  { property: 'email', pattern: /(?<![\w.+-])([\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4})/g },
  { property: 'website', pattern: /(?<![@\w])((?:https?:\/\/|www\.)[^\s()\][,;]{2,200}[^\s()\][,;.])/gi },
  {
    property: 'phone',
    pattern: /\b(?:tel(?:ephone)?|phone|mobile)(?: (?:number|no))?[.:\s]{1,4}(\+?[\d][\d\s()/.-]{5,24}\d)/gi,
  },
];
/** A word of any of the rules: most sentences hold none, and are looked at once. */
const ANY =
  /IMO|SWIFT|BIC|MMSI|OGRN|INN|state registration|VAT|tax|TIN|UNP|NIT|RIF|fiscal|LEI|regist|EDRPOU|company|@|https?:|www\.|tel|phone|mobile/i;
/** The longest sentence of the list is some thousand characters. */
const LONGEST = 20_000;

/** Facts of a sentence, in the order of the rules above. */
export function factsIn(text: string, isVessel: boolean): Fact[] {
  if (!ANY.test(text)) return [];
  const taken = new Set<string>();
  return RULES.flatMap(({ property, pattern }) =>
    [...text.slice(0, LONGEST).matchAll(pattern)].flatMap((match): Fact[] => {
      const value = match[1]!.trim();
      if (taken.has(value)) return [];
      taken.add(value);
      return [factOf(property, value, isVessel)];
    }),
  );
}

function factOf(property: string, value: string, isVessel: boolean): Fact {
  if (property === 'imoNumber')
    return { property, value, failed: !(isVessel ? isImo(value) : isImo(value) || isImoCompany(value)) };
  if (property === 'swiftBic') return { property, value, failed: !isBic(value) };
  // `INN` and `OGRN` are words of Russian law; a tax or register number may be Russian without saying so.
  const russian = property === 'innCode' || property === 'ogrnCode' ? 'yes' : 'unknown';
  return placeNumber(property, value, russian);
}
