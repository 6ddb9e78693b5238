/**
 * The tree of a page, by linkedom, and its article, by Mozilla's Readability. Both are loaded at the first page, for
 * they cost a tenth of a second. Nothing is executed and nothing is fetched: linkedom only parses.
 */
import { createRequire } from 'node:module';

/** As much of the DOM as reading needs. */
export type DomNode = {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly parentNode: DomElement | null;
  readonly firstChild: DomNode | null;
  readonly nextSibling: DomNode | null;
  readonly textContent: string | null;
  readonly childNodes: ArrayLike<DomNode>;
};

/** An element. `localName` is lower case for HTML. */
export type DomElement = DomNode & {
  readonly localName: string;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): ArrayLike<DomElement>;
  insertBefore(node: DomNode, before: DomNode | null): DomNode;
  append(node: DomNode): void;
  remove(): void;
};

/** A page: an `html` element with one `body`. */
export type DomPage = {
  readonly documentElement: DomElement;
  readonly body: DomElement;
  createElement(name: string): DomElement;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): ArrayLike<DomElement>;
};

type Linkedom = { parseHTML(html: string): { document: DomPage } };
type Article = { content: DomElement | null };
type ReadabilityModule = {
  Readability: new (
    page: DomPage,
    options: { serializer: (node: DomElement) => DomElement; keepClasses: boolean; disableJSONLD: boolean },
  ) => { parse(): Article | null };
};

export const ELEMENT = 1;
export const TEXT = 3;

const load = createRequire(import.meta.url);

/** Parses a page. What stands outside a body, or a page without one, is put into one. */
export function parsePage(html: string): DomPage {
  const { parseHTML } = load('linkedom') as Linkedom;
  const whole = /<html[\s>]/i.test(html)
    ? html
    : `<!doctype html><html><head></head><body>${html}</body></html>`;
  const { document } = parseHTML(whole);
  const root = document.documentElement;
  const loose: DomNode[] = [];
  let body: DomElement | null = null;
  const gather = (from: DomNode | null) => {
    for (let node = from; node !== null; node = node.nextSibling) {
      const name = node.nodeName.toLowerCase();
      if (name === 'body') body ??= node as DomElement;
      else if (
        node.nodeType === ELEMENT ? name !== 'head' : node.nodeType === TEXT && node.textContent?.trim()
      )
        loose.push(node);
    }
  };
  // linkedom gives an empty body where it finds none, and leaves what follows `</body>` or `</html>` outside.
  gather(root.firstChild);
  if (root.localName === 'html') gather(root.nextSibling);
  if (root.localName === 'html') {
    const target = body ?? document.body;
    for (const node of loose) target.append(node);
  }
  return document;
}

/**
 * The part of the page that Readability takes for its article, null where it finds none. The page is used up by it:
 * nodes are moved and replaced, attributes that are not about looks stay.
 */
export function findArticle(page: DomPage): DomElement | null {
  const { Readability } = load('@mozilla/readability') as ReadabilityModule;
  const options = { serializer: (node: DomElement) => node, keepClasses: true, disableJSONLD: true };
  return new Readability(page, options).parse()?.content ?? null;
}
