/** A page read from its tags alone, for pages too deep or too large for a tree: text between block borders. */
import type { BlockKind, Piece } from './document.js';
import { scanTags } from './tags.js';

const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);
const HEADING = /^h[1-6]$/;
/** Elements left out with all they hold, and the reason. */
const OUT: Readonly<Record<string, string>> = {
  nav: 'navigation',
  footer: 'footer',
  aside: 'related',
  form: 'form',
  button: 'form',
  select: 'form',
};
/** The characters that pages write as names; the rest come as numbers. */
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  laquo: '«',
  raquo: '»',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  euro: '€',
  copy: '©',
};

/** The page's title and its pieces in order. */
export function stripTags(html: string): { title: string | null; pieces: Piece[] } {
  const pieces: Piece[] = [];
  const out = new Map<string, number>();
  let title: string | null = null;
  let inTitle = false;
  let kind: BlockKind = 'paragraph';
  let parts: string[] = [];
  let linked = 0;
  let size = 0;
  let inLink = 0;

  function flush(): void {
    if (parts.length > 0) {
      const text = decodeEntities(parts.join('')).replace(/\s+/g, ' ').trim();
      const reason = [...out].find(([, open]) => open > 0)?.[0];
      const why = reason === undefined ? null : (OUT[reason] ?? null);
      if (text !== '') pieces.push({ kind, text, linked: size === 0 ? 0 : linked / size, reason: why });
    }
    parts = [];
    linked = 0;
    size = 0;
  }

  scanTags(html, {
    text(start, end) {
      if (inTitle) {
        title ??= decodeEntities(html.slice(start, end)).replace(/\s+/g, ' ').trim() || null;
        return;
      }
      parts.push(html.slice(start, end));
      size += end - start;
      if (inLink > 0) linked += end - start;
    },
    open(name) {
      if (name === 'title') inTitle = true;
      if (name === 'a') inLink += 1;
      if (INLINE.has(name)) return;
      flush();
      if (name in OUT) out.set(name, (out.get(name) ?? 0) + 1);
      if (HEADING.test(name)) kind = 'heading';
      else if (name === 'li') kind = 'list-item';
      else if (name === 'p' || name === 'div') kind = 'paragraph';
    },
    close(name) {
      if (name === 'title') inTitle = false;
      if (name === 'a') inLink = Math.max(0, inLink - 1);
      if (INLINE.has(name)) return;
      flush();
      if (name in OUT) out.set(name, Math.max(0, (out.get(name) ?? 0) - 1));
      if (HEADING.test(name)) kind = 'paragraph';
    },
  });
  flush();
  return { title, pieces };
}

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]+));?/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return NAMED[String(name).toLowerCase()] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
