/** Fields of the EU list as text: blanks made single, placeholders taken for nothing. */
import { singleSpaced } from '../../text/index.js';
import type { Fields, FsfBlock } from './record.js';

/** `-` stands for nothing. */
export function clean(text: string | undefined): string {
  const single = singleSpaced(text ?? '');
  return single === '-' ? '' : single;
}

/** The fields named as one line, those that say nothing left out. */
export function placeOf(fields: Fields, names: readonly string[]): string {
  return names
    .map((name) => clean(fields[name]))
    .filter((part) => part !== '')
    .join(', ');
}

/** The whole name of a name block, else its parts in reading order. */
export function wholeName(fields: Fields): string {
  const whole = singleSpaced(fields.wholeName ?? '');
  if (whole !== '') return whole;
  return singleSpaced(
    [fields.firstName, fields.middleName, fields.lastName].map((part) => part ?? '').join(' '),
  );
}

/** Whether a name block says anything of the party. */
export function saysAnything({ fields, remarks }: FsfBlock): boolean {
  return remarks.length > 0 || Boolean(fields.function || fields.title);
}
