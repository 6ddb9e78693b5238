/**
 * XML lists as they stream by, entry by entry: a file is never one string, and at most one entry is held as a tree.
 * Names are local names, as publishers change their namespaces. Document types and entities are refused, never
 * expanded; what was cut off is said with its line; an element nobody knows is an issue.
 */
import { SaxesParser } from 'saxes';
import { CordonError, issue, markOf } from '../../base/index.js';
import { singleSpaced } from '../../text/index.js';
import type { ListFile, ListSink } from '../reader.js';
import { headText } from './file.js';

/** An element with the line it begins in, its attributes by local name, its own text and its children. */
export type XmlElement = {
  readonly name: string;
  readonly line: number;
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
  readonly children: readonly XmlElement[];
};

/**
 * What of a document is read. Paths are local names below the root, joined by `/`, `*` for any name. `entries` takes
 * each element of a path as it ends; `passed` are known and not read; anything else outside entries is an issue.
 */
export type XmlPlan = {
  readonly roots: readonly string[];
  readonly entries: Readonly<Record<string, (entry: XmlElement) => void>>;
  readonly passed?: readonly string[];
  readonly onRoot?: (root: XmlElement) => void;
};

/** What the element under way has been given so far. */
const Attributes = { None: 0, Plain: 1, Prefixed: 2 } as const;

/** An element that may still get children. */
type Open = Omit<XmlElement, 'children'> & { children: Open[] };

type Node = {
  readonly children: Map<string, Node>;
  take: ((entry: XmlElement) => void) | null;
  passed: boolean;
};

/** Deeper than any list goes; a file that is deeper is not one. */
const DEEPEST = 64;
const SPACE = 32;
const BLANK = /^\s*$/;
/** Blanks that are not one plain blank. */
/** Most elements have none; each would have an array of its own. */
const NO_CHILDREN: Open[] = [];
const NO_ATTRIBUTES: Readonly<Record<string, string>> = Object.freeze({});

/** Whether a file begins as XML with one of these roots, or with a document type that names one. */
export function hasRoot(file: ListFile, roots: readonly string[]): boolean {
  const named = new RegExp(`<(?:!DOCTYPE\\s+)?(?:[\\w.-]+:)?(?:${roots.join('|')})[\\s>/]`);
  return named.test(headText(file));
}

/** The value of an attribute near the beginning of a file, for choosing between copies; null where it is not there. */
export function headAttribute(file: ListFile, name: string): string | null {
  return new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`).exec(headText(file))?.[1] ?? null;
}

/**
 * Reads a file and hands over each entry as it ends, in the file's order.
 *
 * @returns how many entries there were
 * @throws CordonError `list-empty` (no entry of any path), `list-truncated`, `list-unreadable` (no XML, another root) or
 *   `xml-refused`, with file and line
 */
export async function readXml(file: ListFile, plan: XmlPlan, sink: Pick<ListSink, 'issue'>): Promise<number> {
  const parser = new SaxesParser({ position: true, xmlns: false } as const);
  const top = nodeOf(plan);
  /** Where the document stands above entries; the last is the element whose children come next. */
  const nodes: (Node | null)[] = [];
  /** Open elements of the entry under way, outermost first. */
  const open: Open[] = [];
  const names: string[] = [];
  const unknown = new Set<string>();
  const odd = new Set<string>();
  let depth = 0;
  let skipping = 0;
  let entries = 0;
  let closed = false;
  /** Whether any text so far held a sign that stands for bad bytes: whole pieces are looked through faster than texts. */
  const bytes = { odd: false };
  let attributes: 0 | 1 | 2 = Attributes.None;

  parser.on('error', (cause) => {
    throw unreadable(file.name, parser.line, cause);
  });
  parser.on('doctype', () => {
    const what = 'a document type is declared; lists come without one, and entities are never expanded';
    const remedy = "take the publisher's own file";
    throw new CordonError('xml-refused', `${file.name}:${parser.line}: ${what}: ${remedy}`);
  });
  // Counted as they come: looking through the finished object costs as much as parsing it.
  parser.on('attribute', ({ name }) => {
    if (attributes !== Attributes.Prefixed)
      attributes = name.includes(':') ? Attributes.Prefixed : Attributes.Plain;
  });
  const elementOf = (name: string, given: Readonly<Record<string, string>>): Open => {
    const held = attributes === Attributes.Prefixed ? localAttributes(given) : given;
    return {
      name,
      line: parser.line,
      attributes: attributes === Attributes.None ? NO_ATTRIBUTES : held,
      text: '',
      children: NO_CHILDREN,
    };
  };
  const onOpen = (tag: { readonly name: string; readonly attributes: Readonly<Record<string, string>> }) => {
    depth += 1;
    if (depth > DEEPEST) throw unreadable(file.name, parser.line, new Error('too many nested elements'));
    if (skipping > 0) return;
    const name = localName(tag.name);
    const inside = open.at(-1);
    if (inside !== undefined) {
      const element = elementOf(name, tag.attributes);
      if (inside.children === NO_CHILDREN) inside.children = [element];
      else inside.children.push(element);
      open.push(element);
      return;
    }
    if (depth === 1) {
      if (!plan.roots.includes(name)) throw unreadableRoot(file.name, parser.line, name, plan.roots);
      plan.onRoot?.(elementOf(name, tag.attributes));
      nodes.push(top);
      names.push(name);
      return;
    }
    const above = nodes.at(-1);
    const node = above?.children.get(name) ?? above?.children.get('*') ?? null;
    if (node === null || node.passed) {
      const place = `${names.join('/')}/${name}`;
      if (node === null && !unknown.has(place)) {
        unknown.add(place);
        const at = { file: file.name, line: parser.line, field: name };
        const what = `not known inside ${names.at(-1)}; passed over, here and wherever it comes again`;
        sink.issue(issue('unknown-element', at, what));
      }
      skipping = depth;
      return;
    }
    nodes.push(node);
    names.push(name);
    if (node.take !== null) open.push(elementOf(name, tag.attributes));
  };
  parser.on('opentag', (tag) => {
    onOpen(tag);
    attributes = Attributes.None;
  });
  const onText = (text: string) => {
    const element = open.at(-1);
    if (element === undefined) {
      if (skipping === 0 && depth > 0 && text.trim() !== '') straySays(text);
      return;
    }
    // The blanks between children say nothing, and there are more of them than of anything else.
    if (element.text !== '') element.text += text;
    else if (text.charCodeAt(0) > SPACE || !BLANK.test(text)) element.text = text;
  };
  const straySays = (text: string) => {
    const place = names.join('/');
    if (odd.has(place)) return;
    odd.add(place);
    const at = { file: file.name, line: parser.line, field: names.at(-1) ?? null, value: text.trim() };
    sink.issue(
      issue('unplaced-text', at, 'text outside entries; passed over, here and wherever it comes again'),
    );
  };
  parser.on('text', onText);
  parser.on('cdata', onText);
  parser.on('closetag', () => {
    depth -= 1;
    closed = depth === 0;
    if (skipping > 0) {
      if (skipping === depth + 1) skipping = 0;
      return;
    }
    const element = open.pop();
    if (bytes.odd && element !== undefined && hasBadBytes(element)) sink.issue(badBytes(file.name, element));
    if (open.length > 0) return;
    const node = nodes.pop();
    names.pop();
    if (element === undefined) return;
    entries += 1;
    node?.take?.(element);
  });
  await feed(parser, file, bytes);
  if (!closed) throw cut(file.name, parser.line, open[0]?.name ?? names.at(-1), entries);
  parser.close();
  if (entries === 0) throw new CordonError('list-empty', `${file.name}: the list holds no entry`);
  return entries;
}

/** The first child of a name, undefined where there is none. */
export function childOf(element: XmlElement, name: string): XmlElement | undefined {
  for (const child of element.children) if (child.name === name) return child;
  return undefined;
}

/** All children of a name. */
export function childrenOf(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

/** The text of a child, blanks made single, '' where there is none. */
export function childText(element: XmlElement, name: string): string {
  return singleSpaced(childOf(element, name)?.text ?? '');
}

function nodeOf(plan: XmlPlan): Node {
  const top: Node = { children: new Map(), take: null, passed: false };
  const at = (path: string): Node => {
    let node = top;
    for (const name of path.split('/')) {
      let next = node.children.get(name);
      if (next === undefined) {
        next = { children: new Map(), take: null, passed: false };
        node.children.set(name, next);
      }
      node = next;
    }
    return node;
  };
  for (const [path, take] of Object.entries(plan.entries)) at(path).take = take;
  for (const path of plan.passed ?? []) at(path).passed = true;
  return top;
}

async function feed(
  parser: SaxesParser<{ readonly position: true; readonly xmlns: false }>,
  file: ListFile,
  bytes: { odd: boolean },
): Promise<void> {
  const decoder = new TextDecoder(encodingOf(file));
  let seen = false;
  const write = (text: string): void => {
    bytes.odd ||= text.includes('\uFFFD');
    if (seen) {
      parser.write(text);
      return;
    }
    // A declaration must be the first thing there is; blank lines before it still count as lines.
    const start = text.trimStart();
    parser.line += text.slice(0, text.length - start.length).split('\n').length - 1;
    seen = start !== '';
    if (seen) parser.write(start);
  };
  for await (const chunk of file.chunks()) write(decoder.decode(chunk, { stream: true }));
  write(decoder.decode());
  if (!seen) throw new CordonError('list-empty', `${file.name}: the file is empty; take it again`);
}

/** By byte order mark, else as the declaration says where that is a known encoding, else UTF-8 (XML 1.0, appendix F). */
function encodingOf(file: ListFile): string {
  const mark = markOf(file.head);
  if (mark !== null) return mark;
  const declared = /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(headText(file, 200))?.[1];
  try {
    const named = declared === undefined ? 'utf-8' : new TextDecoder(declared).encoding;
    // A declaration that could be read byte by byte is not in UTF-16, whatever it says.
    return named.startsWith('utf-16') ? 'utf-8' : named;
  } catch {
    return 'utf-8';
  }
}

function localAttributes(given: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [localName(name), value]));
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
}

function unreadableRoot(file: string, line: number, name: string, roots: readonly string[]): CordonError {
  return new CordonError('list-unreadable', `${file}:${line}: root is ${name}, not ${roots.join(' or ')}`);
}

function cut(file: string, line: number, element: string | undefined, entries: number): CordonError {
  const where = element === undefined ? 'before the list begins' : `inside ${element}`;
  const what = `the file ends ${where}, after ${entries} whole entries; take it again`;
  return new CordonError('list-truncated', `${file}:${line}: ${what}`);
}

function unreadable(file: string, line: number, cause: Error): CordonError {
  // saxes puts its own line and column before the sentence.
  const what = cause.message.replace(/^\d+:\d+: /, '');
  return new CordonError('list-unreadable', `${file}:${line}: no XML that can be read: ${what}`, { cause });
}

/** Each element is asked as it ends, so its children have been. */
function hasBadBytes({ text, attributes }: XmlElement): boolean {
  if (text.includes('\uFFFD')) return true;
  for (const name in attributes) if (attributes[name]?.includes('\uFFFD')) return true;
  return false;
}

function badBytes(file: string, { name, line, text, attributes }: XmlElement): ReturnType<typeof issue> {
  const value = [text, ...Object.values(attributes)].find((held) => held.includes('\uFFFD')) ?? text;
  const at = { file, line, field: name, value };
  return issue('bad-encoding', at, 'bytes that are no valid text; they read as \uFFFD');
}
