/** What a terminal can do: colours when it is one, its width, tables that fit. */
import { styleText } from 'node:util';
import type { Verdict } from '../model/index.js';

/** How answers are painted: plain when piped, with `--no-color` or with `NO_COLOR` set. */
export type Paint = {
  readonly width: number;
  verdict(verdict: Verdict, text: string): string;
  bold(text: string): string;
  faint(text: string): string;
};

type Style = Parameters<typeof styleText>[0];

const VERDICT_STYLE: Readonly<Record<Verdict, Style>> = {
  prohibited: ['bold', 'red'],
  restricted: ['bold', 'magenta'],
  review: ['bold', 'yellow'],
  clear: ['green'],
};

/** A paint for standard output. `color` is what `--color`/`--no-color` say, null when neither was given. */
export function openPaint(stream: NodeJS.WriteStream, color: boolean | null): Paint {
  const on = color ?? (stream.isTTY === true && !process.env.NO_COLOR);
  const style = (how: Style, text: string) => (on ? styleText(how, text, { validateStream: false }) : text);
  return {
    width: Math.max(60, Math.min(stream.columns ?? 100, 120)),
    verdict: (verdict, text) => style(VERDICT_STYLE[verdict], text),
    bold: (text) => style('bold', text),
    faint: (text) => style('dim', text),
  };
}

/**
 * A table whose lines fit the width: the widest column is cut with an ellipsis, but none of `whole`. `right` names the
 * columns of numbers. Cells are made harmless.
 */
export function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  width: number,
  { right = [], whole = [] }: { readonly right?: readonly number[]; readonly whole?: readonly number[] } = {},
): string {
  const all = [head, ...rows].map((cells) => cells.map(harmless));
  const widths = head.map((_, at) => Math.max(...all.map((row) => displayWidth(row[at] ?? ''))));
  for (;;) {
    const total = widths.reduce((sum, one) => sum + one, 0) + 2 * (widths.length - 1);
    const widest = widths.reduce(
      (best, size, at) => (!whole.includes(at) && size > (widths[best] ?? 0) ? at : best),
      -1,
    );
    if (total <= width || (widths[widest] ?? 0) <= 8) break;
    widths[widest]! -= 1;
  }
  return all
    .map((row) =>
      widths
        .map((size, at) => toWidth(row[at] ?? '', size, right.includes(at)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** Words wrapped to the width, every line behind `indent`. */
export function wrap(text: string, width: number, indent: string): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && displayWidth(indent + line) + 1 + displayWidth(word) > width) {
      lines.push(indent + line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  lines.push(indent + line);
  return lines.join('\n');
}

/** Text from lists and customers, made harmless for a terminal: no control characters, no direction marks. */
export function harmless(text: string): string {
  return text.replace(/[\u0000-\u001F\u007F-\u009F\u200B-\u200F\u202A-\u202E\u2066-\u2069]/g, ' ');
}

/** Columns a terminal needs: wide East Asian letters take two, combining marks none. */
function displayWidth(text: string): number {
  let width = 0;
  for (const sign of text) {
    if (/\p{M}/u.test(sign)) continue;
    const code = sign.codePointAt(0)!;
    const wide =
      (code >= 0x1100 && code <= 0x115f) ||
      (code >= 0x2e80 && code <= 0xa4cf) ||
      (code >= 0xac00 && code <= 0xd7a3) ||
      (code >= 0xf900 && code <= 0xfaff) ||
      (code >= 0xff00 && code <= 0xff60) ||
      code >= 0x1f300;
    width += wide ? 2 : 1;
  }
  return width;
}

function toWidth(text: string, size: number, right: boolean): string {
  let shown = text;
  if (displayWidth(shown) > size) {
    while (displayWidth(shown) > size - 1) shown = shown.slice(0, -1);
    shown += '…';
  }
  const pad = ' '.repeat(Math.max(0, size - displayWidth(shown)));
  return right ? pad + shown : shown + pad;
}
