/** When two answers say the same, though the lists they come from were published anew. */

/** What an answer or a part of it says, the versions of the lists left out: equal texts say the same. */
export function saidBy(said: unknown): string {
  return JSON.stringify(said, (key, value: unknown) =>
    key === 'snapshot' || key === 'hash' ? undefined : value,
  );
}
