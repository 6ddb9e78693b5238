/** Plain tables for a terminal of 100 columns. */

const WIDEST = 100;

/** Prints rows under headings: the first column to the left and cut where needed, the others to the right. */
export function printTable(headings: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = headings.map((heading, at) =>
    Math.max(heading.length, ...rows.map((row) => (row[at] ?? '').length)),
  );
  const others = widths.slice(1).reduce((sum, width) => sum + width + 2, 0);
  widths[0] = Math.min(widths[0] ?? 0, WIDEST - others);
  for (const row of [headings, widths.map((width) => '-'.repeat(width)), ...rows])
    console.log(
      widths
        .map((width, at) =>
          at === 0 ? cut(row[at] ?? '', width).padEnd(width) : (row[at] ?? '').padStart(width),
        )
        .join('  ')
        .trimEnd(),
    );
  console.log('');
}

/** A text of at most so many signs. */
export function cut(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, width - 1)}…`;
}

/** A figure with so many decimals; `–` for one that does not exist. */
export function figure(value: number, decimals = 3): string {
  return Number.isFinite(value) ? value.toFixed(decimals) : '–';
}

/** A share as per cent. */
export function percent(share: number, decimals = 2): string {
  return Number.isFinite(share) ? `${(100 * share).toFixed(decimals)} %` : '–';
}

/** A whole number with its thousands apart. */
export function whole(value: number): string {
  return Math.round(value).toLocaleString('en-US');
}
