/** Cells that hold several values: `A; B`, `(a) A, (b) B`, `"a) A; b) B"` → the values one by one. */

/** Words that stand for "nothing". */
const PLACEHOLDERS: ReadonlySet<string> = new Set(['n/d', 'n/a', 'na', '-', '–', 'unknown', 'not known']);
const ONE = /^[^;)"]+$/;
/** `(a)`, `a)` before a value: at its beginning, or behind a comma or blank. */
const ENUMERATOR = /(?:^|[\s,;]+)\(?([a-z])\)\s*(?=\S)/g;

/**
 * The values of a cell. Semicolons inside brackets or straight double quotes do not separate, unless a bracket or quote
 * never closes; placeholders such as `N/D` are no values.
 */
export function splitItems(cell: string): string[] {
  // Most cells are one value without a sign that could separate two.
  if (ONE.test(cell)) {
    const value = cell
      .trim()
      .replace(/[,;:]+$/, '')
      .trim();
    return value === '' || PLACEHOLDERS.has(value.toLowerCase()) ? [] : [value];
  }
  return splitOutside(cell, ';')
    .map(unquote)
    .flatMap((part) => (part.includes(';') && part !== cell ? splitOutside(part, ';') : [part]))
    .flatMap(splitEnumerated)
    .map((part) =>
      unquote(part)
        .replace(/[,;:]+$/, '')
        .trim(),
    )
    .filter((part) => part !== '' && !PLACEHOLDERS.has(part.toLowerCase()));
}

/** A text without one pair of straight double quotes around it; doubled quotes inside are single ones. */
export function unquote(text: string): string {
  const clean = text.trim();
  if (!clean.includes('"')) return clean;
  const bare = clean.length > 1 && clean.startsWith('"') && clean.endsWith('"') ? clean.slice(1, -1) : clean;
  return bare
    .replaceAll('""', '"')
    .replace(/^"(?=[^"]*$)|(?<=^[^"]*)"$/g, '')
    .trim();
}

/** Splits at a sign that stands outside brackets and straight quotes. */
function splitOutside(text: string, sign: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let quoted = false;
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (char === '"') quoted = !quoted;
    else if (char === '(') depth++;
    else if (char === ')') depth = Math.max(0, depth - 1);
    else if (char === sign && depth === 0 && !quoted) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  // What never closes protects nothing.
  if (depth > 0 || quoted) return text.split(sign);
  return [...parts, text.slice(from)];
}

/** Only an enumeration that begins with (a) and goes on in order is one. */
function splitEnumerated(part: string): string[] {
  const text = part.trim();
  const marks = [...text.matchAll(ENUMERATOR)].filter((mark, at) => mark[1] === 'abcdefghijklmnop'[at]);
  if (marks.length === 0 || marks[0]!.index !== 0)
    return text.replace(/^\(?[a-z]{1,2}\)\s*/, '').split(/[,;]\s*\([a-z]{1,2}\)\s*/);
  return marks.map((mark, at) =>
    text.slice(mark.index + mark[0].length, marks[at + 1]?.index ?? text.length),
  );
}
