/** Ways to reach a party as the delimited files print them: `PHONE[042-681 20 81]\nFAX[662 38 14]`, `\n` as two signs. */

/** Keys with values, and the words that were none. */
export type ContactsFound = {
  readonly contacts: readonly (readonly [key: string, value: string])[];
  readonly rest: string;
};

/** Takes every `KEY[value]` out of a text. */
export function readContacts(text: string): ContactsFound {
  if (text === '') return { contacts: [], rest: '' };
  const contacts: (readonly [string, string])[] = [];
  const rest = text
    .replaceAll('\\n', '\n')
    .replace(/\b([A-Z][A-Za-z_]{1,20})\[([^\]]{0,500})\]/g, (_, key: string, value: string) => {
      contacts.push([key, value.trim()]);
      return '';
    })
    .replace(/\s+/g, ' ')
    .trim();
  return { contacts, rest };
}
