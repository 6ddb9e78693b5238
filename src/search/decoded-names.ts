/** Names as they were parsed, read back from the index: scoring never parses a listed name again. */
import type { NameKind, NamePart, ParsedName, PartType } from '../names/index.js';
import { WEIGHS } from './builder.js';
import { type About, text, type Views } from './format.js';
import { Memo } from './memo.js';

const REMEMBERED = 4096;

type Token = Pick<NamePart, 'form' | 'key' | 'native' | 'script' | 'rarity'>;

/** Decodes the names of one index; words stay decoded, names for a while. */
export class DecodedNames {
  readonly #views: Views;
  readonly #about: About;
  readonly #tokens: (Token | undefined)[];
  readonly #names = new Memo<number, ParsedName>(REMEMBERED);

  constructor(views: Views, about: About) {
    this.#views = views;
    this.#about = about;
    this.#tokens = new Array<Token | undefined>(views.tokenForm.length);
  }

  /** The name with this ordinal, equal to what was added. */
  at(name: number): ParsedName {
    const known = this.#names.get(name);
    if (known !== undefined) return known;
    const { nameText, nameBytes, namePart, nameKind } = this.#views;
    const written = text(nameBytes as Uint8Array, nameText[name]!, nameText[name + 1]!);
    const parts: NamePart[] = [];
    let latin = '';
    for (let part = namePart[name]!; part < namePart[name + 1]!; part++) {
      const decoded = this.#part(part, written);
      latin = parts.length === 0 ? decoded.form : `${latin} ${decoded.form}`;
      parts.push(decoded);
    }
    const kind = this.#about.kinds[nameKind[name]!] as NameKind;
    const parsed: ParsedName = { text: written, kind, latin, parts };
    this.#names.set(name, parsed);
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
      start,
      end,
    };
  }

  #token(token: number): Token {
    const known = this.#tokens[token];
    if (known !== undefined) return known;
    const views = this.#views;
    const decoded: Token = {
      form: stringAt(views.formBytes, views.formText, views.tokenForm[token]!),
      key: stringAt(views.keyBytes, views.keyText, views.tokenKey[token]!),
      native: stringAt(views.nativeBytes, views.nativeText, views.tokenNative[token]!),
      script: this.#about.scripts[views.tokenScript[token]!] as NamePart['script'],
      rarity: views.tokenRarity[token]!,
    };
    this.#tokens[token] = decoded;
    return decoded;
  }
}

function stringAt(bytes: Views['formBytes'], offsets: Views['formText'], at: number): string {
  return text(bytes as Uint8Array, offsets[at]!, offsets[at + 1]!);
}
