/** Names as they were parsed, read back from the index: scoring never parses a listed name again. */
import { type NameKind, type NamePart, NO_READINGS, type ParsedName, type PartType } from '../names/index.js';
import { type About, textReader, type Views, WEIGHS } from './format.js';
import { Memo } from './memo.js';

const REMEMBERED = 8192;

type TextReader = ReturnType<typeof textReader>;
type Token = Pick<NamePart, 'form' | 'key' | 'native' | 'script' | 'rarity' | 'readings'>;

/** Decodes the names of one index; words stay decoded, names for a while. */
export class DecodedNames {
  readonly #views: Views;
  readonly #about: About;
  readonly #tokens: (Token | undefined)[];
  readonly #memo = new Memo<number, ParsedName>(REMEMBERED);
  readonly #names: TextReader;
  readonly #forms: TextReader;
  readonly #keys: TextReader;
  readonly #natives: TextReader;

  constructor(views: Views, about: About) {
    this.#views = views;
    this.#about = about;
    this.#tokens = new Array<Token | undefined>(views.tokenForm.length);
    this.#names = textReader(views.nameBytes);
    this.#forms = textReader(views.formBytes);
    this.#keys = textReader(views.keyBytes);
    this.#natives = textReader(views.nativeBytes);
  }

  /** The name with this ordinal, equal to what was added. */
  at(name: number): ParsedName {
    const known = this.#memo.get(name);
    if (known !== undefined) return known;
    const { nameText, namePart, nameKind } = this.#views;
    const written = this.#names(nameText[name]!, nameText[name + 1]!);
    const parts: NamePart[] = [];
    let latin = '';
    for (let part = namePart[name]!; part < namePart[name + 1]!; part++) {
      const decoded = this.#part(part, written);
      latin = parts.length === 0 ? decoded.form : `${latin} ${decoded.form}`;
      parts.push(decoded);
    }
    const kind = this.#about.kinds[nameKind[name]!] as NameKind;
    const parsed: ParsedName = { text: written, kind, latin, parts };
    this.#memo.set(name, parsed);
    return parsed;
  }

  #part(part: number, written: string): NamePart {
    const { partToken, partType, partStart, partLength } = this.#views;
    const token = this.#token(partToken[part]!);
    const start = partStart[part]!;
    const end = start + partLength[part]!;
    return {
      text: written.slice(start, end),
      form: token.form,
      key: token.key,
      native: token.native,
      type: this.#about.types[partType[part]! & ~WEIGHS] as PartType,
      rarity: token.rarity,
      script: token.script,
      readings: token.readings,
      start,
      end,
    };
  }

  #readings(token: number): readonly number[] {
    const { tokenReading, tokenReadings, reading } = this.#views;
    const [start, end] = [tokenReading[token]!, tokenReading[token + 1]!];
    if (start === end) return NO_READINGS;
    return Array.from(tokenReadings.subarray(start, end), (place) => reading[place]!);
  }

  #token(token: number): Token {
    const known = this.#tokens[token];
    if (known !== undefined) return known;
    const views = this.#views;
    const form = views.tokenForm[token]!;
    const key = views.tokenKey[token]!;
    const native = views.tokenNative[token]!;
    const decoded: Token = {
      form: this.#forms(views.formText[form]!, views.formText[form + 1]!),
      key: this.#keys(views.keyText[key]!, views.keyText[key + 1]!),
      native: this.#natives(views.nativeText[native]!, views.nativeText[native + 1]!),
      script: this.#about.scripts[views.tokenScript[token]!] as NamePart['script'],
      rarity: views.tokenRarity[token]!,
      readings: this.#readings(token),
    };
    this.#tokens[token] = decoded;
    return decoded;
  }
}
