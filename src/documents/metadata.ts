/** What a page says of itself: title, author, publisher, day, language; from JSON-LD, meta elements, microdata. */
import type { Metadata } from './document.js';
import type { DomElement, DomPage } from './dom.js';
import { dayIn, type Months } from './published.js';

/** Nothing known. */
export const NO_METADATA: Metadata = {
  title: null,
  byline: null,
  publisher: null,
  published: null,
  language: null,
};

const TITLE_METAS = [
  'og:title',
  'twitter:title',
  'dc.title',
  'dcterms.title',
  'parsely-title',
  'sailthru.title',
];
const AUTHOR_METAS = [
  'author',
  'article:author',
  'dc.creator',
  'dcterms.creator',
  'parsely-author',
  'sailthru.author',
];
const PUBLISHER_METAS = ['og:site_name', 'dc.publisher', 'application-name', 'publisher'];
const DATE_METAS = [
  'article:published_time',
  'og:published_time',
  'datepublished',
  'dc.date.issued',
  'dc.date',
  'dcterms.created',
  'dcterms.date',
  'parsely-pub-date',
  'sailthru.date',
  'publishdate',
  'pubdate',
  'publish-date',
  'date',
  'article:published',
  'article.published',
];
const ARTICLE_TYPES = /Article|Posting|Report|WebPage/;
/** JSON-LD nests a few levels; a hostile page nests more. */
const DEEPEST_JSON = 8;

/** A page's metadata; `windowTitle` is set where nothing but the `title` element gave the title. */
export type PageMetadata = Metadata & { readonly windowTitle: string | null };

/** Reads what the page says of itself; `months` are the month names that dates may be written in. */
export function metadataOf(page: DomPage, months: Months): PageMetadata {
  const metas = metaValues(page);
  const linked = jsonLd(page);
  const first = (names: readonly string[]) =>
    names.map((name) => metas.get(name)).find((value) => value !== undefined);
  const publisher = linked.publisher ?? first(PUBLISHER_METAS) ?? null;
  const heading = single(page, 'h1');
  const window = withoutSite(textOf(page.querySelector('title')), publisher, heading);
  const said = withoutSite(linked.title ?? first(TITLE_METAS) ?? null, publisher, heading);
  // Heading and window agree, the metadata names something else: it describes the kind of page ("Wikimedia list article").
  const odd =
    said !== null &&
    heading !== null &&
    related(said, heading) < 0.25 &&
    related(window ?? '', heading) > 0.5;
  const written = odd ? null : said;
  const date = [linked.published, first(DATE_METAS), microdata(page, 'datePublished'), timeElement(page)];
  return {
    title: written ?? headlineOf(heading, window),
    windowTitle: written === null && heading === null ? window : null,
    byline: authorName(linked.byline ?? first(AUTHOR_METAS) ?? bylineElement(page)),
    publisher,
    published:
      date
        .map((value) => (value === undefined || value === null ? null : dayIn(value, months)))
        .find((value) => value !== null) ?? null,
    language: page.documentElement.getAttribute('lang') ?? metas.get('content-language') ?? null,
  };
}

/** `name`, `property`, `itemprop` or `http-equiv` in lower case → content, the first of each. */
function metaValues(page: DomPage): Map<string, string> {
  const values = new Map<string, string>();
  for (const meta of Array.from(page.querySelectorAll('meta'))) {
    const name =
      meta.getAttribute('property') ??
      meta.getAttribute('name') ??
      meta.getAttribute('itemprop') ??
      meta.getAttribute('http-equiv');
    const content = clean(meta.getAttribute('content'));
    if (name !== null && content !== null && !values.has(name.toLowerCase()))
      values.set(name.toLowerCase(), content);
  }
  return values;
}

type Linked = {
  title: string | null;
  byline: string | null;
  publisher: string | null;
  published: string | null;
};

function jsonLd(page: DomPage): Linked {
  const found: Linked = { title: null, byline: null, publisher: null, published: null };
  for (const script of Array.from(page.querySelectorAll('script[type="application/ld+json"]'))) {
    let value: unknown;
    try {
      value = JSON.parse(
        (script.textContent ?? '').replace(/^\s*(?:<!--|\/\/<!\[CDATA\[)|(?:-->|\/\/\]\]>)\s*$/g, ''),
      );
    } catch {
      // Pages write broken JSON-LD often enough; the other sources then speak.
      continue;
    }
    collect(value, found, 0);
  }
  return found;
}

function collect(value: unknown, found: Linked, depth: number): void {
  if (typeof value !== 'object' || value === null || depth > DEEPEST_JSON) return;
  if (Array.isArray(value)) {
    for (const inner of value) collect(inner, found, depth + 1);
    return;
  }
  const node = value as Record<string, unknown>;
  if (ARTICLE_TYPES.test([node['@type']].flat().join(' '))) {
    const page = /WebPage/.test(String(node['@type']));
    if (!page) found.title ??= clean(stringOf(node['headline']));
    if (!page) found.byline ??= namesOf(node['author']);
    found.publisher ??= namesOf(node['publisher']);
    found.published ??= clean(stringOf(node['datePublished']));
  }
  if (node['@graph'] !== undefined) collect(node['@graph'], found, depth + 1);
  if (node['mainEntity'] !== undefined) collect(node['mainEntity'], found, depth + 1);
}

/** A string, a thing with a name, or a list of these: their names joined by commas. */
function namesOf(value: unknown): string | null {
  const names = [value].flat(2).flatMap((item) => {
    const name = typeof item === 'string' ? item : stringOf((item as { name?: unknown } | null)?.name);
    return clean(name) ?? [];
  });
  return names.length === 0 ? null : [...new Set(names)].slice(0, 8).join(', ');
}

function stringOf(value: unknown): string | null {
  const [first] = [value].flat();
  return typeof first === 'string' ? first : null;
}

/** The `title` element names the site too; a headline on the page that it begins with is the title itself. */
function withoutSite(title: string | null, publisher: string | null, heading: string | null): string | null {
  if (title === null) return null;
  if (heading !== null && heading.length >= 15 && title.toLowerCase().startsWith(heading.toLowerCase()))
    return heading;
  const parted = /^(.+?)\s+(?:[|–—·»:]|-|::)\s+([^|–—·»]+)$/u.exec(title);
  if (parted === null) return title;
  const [, front, site] = parted;
  const named = publisher !== null && site!.trim().toLowerCase() === publisher.toLowerCase();
  const looksLikeSite =
    title.includes(' | ') && front!.split(' ').length >= 4 && site!.split(' ').length <= 4;
  return named || looksLikeSite ? front!.trim() : title;
}

/** The only h1 is the headline, unless it is the site's name, or menus are glued to it ("HomeWorldTitle"). */
function headlineOf(heading: string | null, window: string | null): string | null {
  if (heading === null || window === null) return heading ?? window;
  const long = window.split(' ').length >= 4;
  return heading.endsWith(window) || related(heading, window) >= 0.5 || long ? window : heading;
}

/** The share of the second text's words that the first has too. */
function related(text: string, other: string): number {
  const words = new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu));
  const others = other.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return others.filter((word) => words.has(word)).length / Math.max(1, others.length);
}

function authorName(value: string | null): string | null {
  if (value === null || /^https?:|@|\.(?:com|org|net)\b/i.test(value)) return null;
  const name = value.replace(/^(?:by|von|par|por|автор:?)\s+/i, '').trim();
  return name === '' || name.length > 120 ? null : name;
}

function bylineElement(page: DomPage): string | null {
  const element =
    page.querySelector('[itemprop="author"] [itemprop="name"]') ??
    page.querySelector('[itemprop="author"]') ??
    page.querySelector('[rel="author"]') ??
    page.querySelector('.byline, .author-name, .article-author');
  const text = textOf(element);
  return text !== null && text.length <= 80 && text.split(' ').length <= 8 ? text : null;
}

function microdata(page: DomPage, property: string): string | null {
  const element = page.querySelector(`[itemprop="${property}"]`);
  return element === null
    ? null
    : (element.getAttribute('datetime') ?? element.getAttribute('content') ?? textOf(element));
}

function timeElement(page: DomPage): string | null {
  const element =
    page.querySelector('article time, header time, time[pubdate], main time') ?? page.querySelector('time');
  return element === null ? null : (element.getAttribute('datetime') ?? textOf(element));
}

/** The text of the only element of its kind. */
function single(page: DomPage, name: string): string | null {
  const texts = Array.from(page.querySelectorAll(name), textOf).filter((text) => text !== null);
  return texts.length === 1 ? texts[0]! : null;
}

function textOf(element: DomElement | null): string | null {
  return element === null ? null : clean(element.textContent);
}

function clean(value: string | null | undefined): string | null {
  const text = (value ?? '').slice(0, 1000).replace(/\s+/g, ' ').trim();
  return text === '' ? null : text;
}
