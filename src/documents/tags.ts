/**
 * The tags of a page, one after another, without building a tree: to see whether a tree is safe to build, and to read
 * the page where it is not. One pass, one stack of bounded depth; any string is read to its end.
 */

/** What a scan meets. `close` is also called for elements whose end tag is missing, where their parent ends. */
export type TagVisitor = {
  readonly text: (start: number, end: number) => void;
  readonly open: (name: string, start: number, end: number) => void;
  readonly close: (name: string) => void;
};

/** Elements whose content is no markup. */
const RAW = new Set(['script', 'style', 'textarea', 'title', 'xmp', 'noembed', 'noframes']);
const NAME = /[a-zA-Z][^\s/>]*/y;
const VALUE = /[^\s>]*/y;
const GREATER = 62;
const EQUALS = 61;
const SLASH = 47;

/** Calls the visitor for every text, start tag and end tag of `html` in order. The text of scripts is passed over. */
export function scanTags(html: string, visitor: TagVisitor): void {
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open === -1) break;
    if (open > at) visitor.text(at, open);
    at = pastTag(html, open, visitor);
  }
  if (at < html.length) visitor.text(at, html.length);
}

/** Reads what begins with `<` at `open`; returns where reading goes on. */
function pastTag(html: string, open: number, visitor: TagVisitor): number {
  const next = html[open + 1];
  if (next === '!' || next === '?') {
    const comment = html.startsWith('<!--', open);
    const end = comment ? html.indexOf('-->', open + 4) : html.indexOf('>', open);
    return end === -1 ? html.length : end + (comment ? 3 : 1);
  }
  NAME.lastIndex = next === '/' ? open + 2 : open + 1;
  const name = NAME.exec(html)?.[0].toLowerCase();
  if (name === undefined) {
    visitor.text(open, open + 1);
    return open + 1;
  }
  const end = tagEnd(html, NAME.lastIndex);
  if (next === '/') {
    visitor.close(name);
    return end;
  }
  visitor.open(name, open, end);
  return RAW.has(name) ? rawEnd(html, end, name, visitor) : end;
}

/**
 * The end of a tag: the first `>` outside quoted values; the end of the page when there is none. A quote opens a value
 * only right behind the `=` of an attribute, as in the HTML standard: in `<a b==">` it is part of the value `="`.
 */
function tagEnd(html: string, from: number): number {
  let beforeValue = false;
  let inName = false;
  for (let at = from; at < html.length; at += 1) {
    const char = html.charCodeAt(at);
    const space = char === 32 || (char >= 9 && char <= 13);
    if (char === GREATER) return at + 1;
    if (!beforeValue) {
      if (char === EQUALS && inName) beforeValue = true;
      inName = !beforeValue && (space ? inName : char !== SLASH);
      continue;
    }
    if (space) continue;
    beforeValue = false;
    inName = false;
    if (char === 34 || char === 39) {
      at = html.indexOf(html[at]!, at + 1);
      if (at === -1) return html.length;
    } else at = unquotedEnd(html, at) - 1;
  }
  return html.length;
}

function unquotedEnd(html: string, from: number): number {
  VALUE.lastIndex = from;
  VALUE.test(html);
  return VALUE.lastIndex;
}

function rawEnd(html: string, from: number, name: string, visitor: TagVisitor): number {
  const end = new RegExp(`</${name}[\\s/>]`, 'gi');
  end.lastIndex = from;
  const found = end.exec(html);
  if (found === null) {
    visitor.close(name);
    return html.length;
  }
  if (name === 'title' || name === 'textarea') visitor.text(from, found.index);
  return found.index;
}

/** Elements that never hold others, or that the parser closes itself when the next of their kind opens. */
const FLAT = new Set(
  'area base br col embed hr img input link meta param source track wbr p li td th tr dt dd option thead tbody tfoot'.split(
    ' ',
  ),
);

/**
 * How deep and how large the tree of a page would be: elements, and entities, which parsers make nodes of. Stops
 * counting depth where `limit` is passed.
 */
export function measureTree(html: string, limit: number): { depth: number; nodes: number } {
  const stack: string[] = [];
  const held = new Map<string, number>();
  let depth = 0;
  let nodes = 0;
  let ampersand = html.indexOf('&');
  scanTags(html, {
    text: (start, end) => {
      for (; ampersand !== -1 && ampersand < end; ampersand = html.indexOf('&', ampersand + 1)) {
        if (ampersand >= start) nodes += 1;
      }
    },
    open: (name) => {
      nodes += 1;
      if (FLAT.has(name) || stack.length > limit) return;
      stack.push(name);
      held.set(name, (held.get(name) ?? 0) + 1);
      depth = Math.max(depth, stack.length);
    },
    close: (name) => {
      if ((held.get(name) ?? 0) === 0) return;
      for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
        held.set(top, held.get(top)! - 1);
        if (top === name) return;
      }
    },
  });
  return { depth, nodes };
}
