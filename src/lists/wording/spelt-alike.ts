/** Names that lists without numbers hold for one: letters and digits decide, so other signs may hide that they are two. */

/** Whether two names differ in case and blanks at the most. */
export function isSpeltAlike(one: string, other: string): boolean {
  return one === other || plain(one) === plain(other);
}

/** Those of the names that are spelt another way than the first, each once. */
export function otherSpellings([first = '', ...others]: readonly string[]): readonly string[] {
  const odd = new Map(others.filter((name) => !isSpeltAlike(first, name)).map((name) => [plain(name), name]));
  return [...odd.values()];
}

function plain(name: string): string {
  return name.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}
