/** The Latin letter an initial stands for, so that КГБ and KGB are one acronym, and Élan begins with E. */

/** A Latin letter and those of other alphabets that acronyms write with it. */
const LETTERS =
  'aàáâãäåāăąаα bбβ cçćčч dďđдδ eèéêëēęěеєэε fфφ gğгґγ h iìíîïīиіι j kķкхқκ lłľļлλ mмμ ' +
  'nñńňнν oòóôõöøőоο pпπ q rřрρ sśšşșсшщσ tťțţтцτ uùúûüūůűу vв w x yýйыюяї zźżžзжζ';

/** Made by the first question, since nothing runs on import. */
let latin: Uint8Array | null = null;

/** The code of the small Latin letter that an initial (a code unit) stands for, 0 for what is no letter of these. */
export function latinInitial(code: number): number {
  latin ??= readLetters();
  return latin[code] ?? 0;
}

function readLetters(): Uint8Array {
  const letters = new Uint8Array(0x500);
  for (const row of LETTERS.split(' ')) {
    for (const letter of row) {
      letters[letter.charCodeAt(0)] = row.charCodeAt(0);
      letters[letter.toUpperCase().charCodeAt(0)] = row.charCodeAt(0);
    }
  }
  return letters;
}
