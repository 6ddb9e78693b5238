/** The characters of a page: by its byte order mark, else by the charset it declares, else as any other text. */
import { type Decoded, decodeText, issue } from '../base/index.js';

/** How far into a page its charset is looked for: the HTML standard says 1,024, real pages run over. */
const PRESCAN = 8192;

/**
 * Decodes a page. A declared charset that no decoder knows becomes an issue, and the page is read as other text is;
 * a page that declares UTF-16 without a byte order mark is read as UTF-8, as the HTML standard demands.
 */
export function decodePage(bytes: Uint8Array, source: string): Decoded {
  const marked = (bytes[0] === 0xef && bytes[1] === 0xbb) || (bytes[0] ?? 0) >= 0xfe;
  const declared = marked ? null : declaredCharset(bytes);
  if (declared === null || /^utf-?(?:8|16)/i.test(declared)) return decodeText(bytes, source);
  try {
    const decoder = new TextDecoder(declared);
    return { text: decoder.decode(bytes), encoding: decoder.encoding, issues: [] };
  } catch {
    const decoded = decodeText(bytes, source);
    const trouble = issue(
      'bad-encoding',
      { file: source, field: 'charset', value: declared },
      `no decoder knows this charset; read as ${decoded.encoding}`,
    );
    return { ...decoded, issues: [trouble, ...decoded.issues] };
  }
}

/** `<meta charset="…">`, `<meta http-equiv="Content-Type" content="…; charset=…">` or an XML declaration. */
function declaredCharset(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, PRESCAN));
  const meta = /<meta\b[^>]*?charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head);
  return meta?.[1] ?? /^\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)/i.exec(head)?.[1] ?? null;
}
