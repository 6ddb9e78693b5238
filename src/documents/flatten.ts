/**
 * A page's tree as a row of pieces: every run of inline content between two block borders becomes one, in the order of
 * the page, with what its ancestors say of it. Each piece's element carries its number in an attribute, so that one can
 * see afterwards which of them an article finder kept.
 */
import type { BlockKind, Piece } from './document.js';
import { type DomElement, type DomNode, type DomPage, ELEMENT, TEXT } from './dom.js';
import type { Furniture } from './furniture.js';

/** An element that looks like furniture, and the next such element around it. `kept`: article text found inside. */
export type Suspect = { readonly reason: string; readonly outer: Suspect | null; kept: number };

/** A piece of a page: `element` is the number written into the attribute of its element. */
export type PagePiece = Piece & { readonly element: number; readonly suspect: Suspect | null };

/** What stands between the cells of a table row. */
const CELL_BORDER = ' | ';

/** The attribute that numbers a piece's element. */
export const MARK = 'data-cordon';

const BLOCKS = new Set(
  (
    'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer ' +
    'form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p pre section ' +
    'summary table tbody td tfoot th thead tr ul caption noscript'
  ).split(' '),
);

/** Elements whose content nobody reads as text; the reason is shown where it says something. */
const UNREAD: Readonly<Record<string, string | null>> = {
  script: 'script',
  style: null,
  template: null,
  head: null,
  iframe: 'frame',
  frame: 'frame',
  object: 'frame',
  embed: 'frame',
  svg: null,
  math: null,
  canvas: null,
  audio: null,
  video: null,
  select: 'form',
  input: null,
  textarea: 'form',
  button: 'form',
  noscript: null,
  map: null,
};

const KINDS: Readonly<Record<string, BlockKind>> = {
  h1: 'heading',
  h2: 'heading',
  h3: 'heading',
  h4: 'heading',
  h5: 'heading',
  h6: 'heading',
  li: 'list-item',
  dt: 'list-item',
  dd: 'list-item',
  blockquote: 'quote',
  figcaption: 'caption',
  caption: 'caption',
  tr: 'table-row',
};

/** The run of inline content being collected. */
type Run = { text: string; linked: number; nodes: DomNode[]; parent: DomElement };

/**
 * Lists the pieces of a page and numbers their elements. Loose text beside blocks is wrapped in a span, so that it can
 * be numbered too. Depth of recursion is that of the tree, which the caller has measured.
 */
export function flatten(page: DomPage, furniture: Furniture): PagePiece[] {
  const pieces: PagePiece[] = [];
  const { holdsBlocks, sizes } = survey(page.body);
  const half = (sizes.get(page.body) ?? 0) / 2;

  function walk(element: DomElement, kind: BlockKind, suspect: Suspect | null): void {
    let run = emptyRun(element);
    let node = element.firstChild;
    while (node !== null) {
      const next = node.nextSibling;
      if (node.nodeType === TEXT) addText(run, node, false);
      else if (node.nodeType === ELEMENT) {
        const child = node as DomElement;
        if (child.localName === 'br') {
          if (isBreakPair(child)) run = flush(run, kind, suspect);
          else {
            run.text += '\n';
            run.nodes.push(child);
          }
        } else if (child.localName in UNREAD) {
          const why = UNREAD[child.localName] ?? null;
          if (why !== null) leaveOut(child, why);
        } else if (isHidden(child) && (sizes.get(child) ?? 0) < half) leaveOut(child, 'hidden');
        else if (isCell(child) && kind === 'table-row' && !holdsBlocks.has(child)) {
          if (run.text.trim() !== '') run.text += CELL_BORDER;
          addInline(run, child, false);
        } else if (BLOCKS.has(child.localName) || holdsBlocks.has(child)) {
          run = flush(run, kind, suspect);
          const reason = reasonOf(child);
          const inner = reason === null ? suspect : { reason, outer: suspect, kept: 0 };
          walk(child, KINDS[child.localName] ?? inherited(kind), inner);
          run = emptyRun(element);
        } else {
          const why = reasonOf(child);
          if (why === null) addInline(run, child, child.localName === 'a');
          else leaveOut(child, why);
        }
      }
      node = next;
    }
    flush(run, kind, suspect);
  }

  function flush(run: Run, kind: BlockKind, suspect: Suspect | null): Run {
    const text = tidy(run.text);
    if (text !== '') {
      const number = pieces.length;
      numbered(run, holdsBlocks, page).setAttribute(MARK, String(number));
      const linked = Math.min(1, run.linked / text.length);
      const single = kind === 'table-row' && !text.includes(CELL_BORDER.trim());
      pieces.push({
        kind: single ? 'paragraph' : kind,
        text,
        linked,
        reason: null,
        element: number,
        suspect,
      });
    }
    return emptyRun(run.parent);
  }

  function addInline(run: Run, element: DomElement, linked: boolean): void {
    if (element.parentNode === run.parent) run.nodes.push(element);
    for (let node = element.firstChild; node !== null; node = node.nextSibling) {
      if (node.nodeType === TEXT) addText(run, node, linked);
      else if (node.nodeType === ELEMENT) {
        const child = node as DomElement;
        if (child.localName === 'br') run.text += '\n';
        else if (child.localName in UNREAD || isHidden(child)) continue;
        else if (reasonOf(child) === null) addInline(run, child, linked || child.localName === 'a');
        else leaveOut(child, reasonOf(child) as string);
      }
    }
  }

  function addText(run: Run, node: DomNode, linked: boolean): void {
    const text = (node.textContent ?? '').replace(/[ \t\r\n\f]+/g, ' ');
    run.text += text;
    if (linked) run.linked += text.length;
    if (node.parentNode === run.parent) run.nodes.push(node);
  }

  function leaveOut(element: DomElement, reason: string): void {
    const text = tidy((element.textContent ?? '').slice(0, 2000).replace(/\s+/g, ' '));
    if (text !== '' || reason === 'frame') {
      const shown = text === '' ? (element.getAttribute('src') ?? '') : text;
      if (shown !== '')
        pieces.push({ kind: 'paragraph', text: shown, linked: 0, reason, element: -1, suspect: null });
    }
  }

  /** What tag, role, class and id say; never of an element that holds over half of the page's text. */
  function reasonOf(element: DomElement): string | null {
    const reason = furniture.ofElement(
      element.localName,
      element.getAttribute('role'),
      `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`,
    );
    if (reason === null) return null;
    return (sizes.get(element) ?? 0) > half ? null : reason;
  }

  walk(page.body, 'paragraph', null);
  return pieces;
}

/** A cell or a paragraph inside a list item, quote or row is still that. */
function inherited(kind: BlockKind): BlockKind {
  return kind === 'heading' ? 'paragraph' : kind;
}

/**
 * The element that stands for a run: its parent when it is all of it, else a span around its nodes. Article finders
 * replace divs by paragraphs, so a div never stands for its run.
 */
function numbered(run: Run, holdsBlocks: ReadonlySet<DomElement>, page: DomPage): DomElement {
  const { parent, nodes } = run;
  const replaced = parent.localName === 'body' || parent.localName === 'div' || parent.localName === 'td';
  const first = nodes[0];
  if (first === undefined || (!replaced && !holdsBlocks.has(parent) && parent.getAttribute(MARK) === null))
    return parent;
  const wrapper = page.createElement('span');
  parent.insertBefore(wrapper, first);
  for (const node of nodes) wrapper.append(node);
  return wrapper;
}

/** Which elements hold a block somewhere inside, and how many characters each element holds: one walk, bottom up. */
function survey(body: DomElement): { holdsBlocks: Set<DomElement>; sizes: Map<DomElement, number> } {
  const holdsBlocks = new Set<DomElement>();
  const sizes = new Map<DomElement, number>();
  function sizeOf(element: DomElement): number {
    let size = 0;
    for (let node = element.firstChild; node !== null; node = node.nextSibling) {
      if (node.nodeType === TEXT) size += node.textContent?.length ?? 0;
      else if (node.nodeType === ELEMENT) {
        const child = node as DomElement;
        if (child.localName in UNREAD) continue;
        size += sizeOf(child);
        if (BLOCKS.has(child.localName) || holdsBlocks.has(child)) holdsBlocks.add(element);
      }
    }
    sizes.set(element, size);
    return size;
  }
  sizeOf(body);
  return { holdsBlocks, sizes };
}

function isCell(element: DomElement): boolean {
  return element.localName === 'td' || element.localName === 'th';
}

/** Two line breaks in a row part paragraphs. */
function isBreakPair(element: DomElement): boolean {
  let next = element.nextSibling;
  while (next !== null && next.nodeType === TEXT && (next.textContent ?? '').trim() === '')
    next = next.nextSibling;
  return next !== null && next.nodeType === ELEMENT && (next as DomElement).localName === 'br';
}

function isHidden(element: DomElement): boolean {
  if (element.getAttribute('hidden') !== null || element.getAttribute('aria-hidden') === 'true') return true;
  const style = element.getAttribute('style');
  return style !== null && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style);
}

function emptyRun(parent: DomElement): Run {
  return { text: '', linked: 0, nodes: [], parent };
}

/** Single spaces, no spaces round line breaks, no invisible characters at the ends. */
function tidy(text: string): string {
  return text
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .replace(/^[\s\u200b]+|[\s\u200b]+$/g, '');
}
