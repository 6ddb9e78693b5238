/**
 * Runs of capitalised words that can be one name, and the ways to read each: "Gazprom CEO Alexei Miller" is a name, an
 * office and a name; "Ice Pearl Navigation and Lumber Marine" two names, or one.
 */
import type { NameCues } from './name-cues.js';
import type { Word } from './words.js';

/** A reading of some neighbouring words as one name: `from` to `to` (exclusive) in the words of the sentence. */
export type Reading = {
  readonly from: number;
  readonly to: number;
  /** Words of the office or form of address before the name, as a range that may lie outside the run; null if none. */
  readonly role: { readonly from: number; readonly to: number } | null;
  readonly alternative: boolean;
};

/** Longest run of words taken for one name; a list in capitals without commas is none. */
const LONGEST_RUN = 24;

/** Names that a run may be made of; the whole of `words` belongs to one sentence. */
export function readingsOf(
  words: readonly Word[],
  usable: (word: Word) => boolean,
  cues: NameCues,
): Reading[] {
  const readings: Reading[] = [];
  for (let at = 0; at < words.length; ) {
    if (!usable(words[at]!)) {
      at += 1;
      continue;
    }
    const end = runEnd(words, at, usable, cues);
    readRun(words, at, end, cues, readings);
    at = end;
  }
  return readings;
}

/** Where the run that begins at `from` ends. Runs go on over initials, joining words, hyphens and "Co., Ltd.". */
function runEnd(
  words: readonly Word[],
  from: number,
  usable: (word: Word) => boolean,
  cues: NameCues,
): number {
  let end = from + 1;
  while (end < words.length && end - from < LONGEST_RUN) {
    const next = words[end]!;
    if (!joins(words[end - 1]!, next, cues)) break;
    if (usable(next)) {
      end += 1;
      continue;
    }
    const over = overJoiners(words, end, usable, cues);
    if (over === end) break;
    end = over + 1;
  }
  return end;
}

/** The next name word behind joining words ("of the", "bin", "and") or a number ("Plant 415 LLC"), else `at`. */
function overJoiners(
  words: readonly Word[],
  at: number,
  usable: (word: Word) => boolean,
  cues: NameCues,
): number {
  let next = at;
  while (next < words.length && next - at < 3) {
    const word = words[next]!;
    if (!joins(words[next - 1]!, word, cues)) return at;
    if (usable(word)) return next;
    const joining =
      (cues.words['joins organization'].has(word.lower) && (word.lower !== 'the' || next > at)) ||
      cues.words['joins person'].has(word.lower) ||
      (next === at && cues.words['joins list'].has(word.lower)) ||
      (word.number && word.text.length <= 4);
    if (!joining || word.possessive) return at;
    next += 1;
  }
  return at;
}

/** Whether what stands between two words lets them be one name. */
function joins(word: Word, next: Word, cues: NameCues): boolean {
  if (/^(?:[ \u00a0]| ?& ?|[-‐‑'’+]|)$/u.test(next.gap)) return true;
  const short = word.text.length <= 2 || cues.honorifics.has(word.lower) || cues.offices.has(word.lower);
  if (/^\.[ \u00a0]?-?$/.test(next.gap)) return short || LEGAL_FORM.test(next.text);
  return /^[.,]+ ?$/.test(next.gap) && LEGAL_FORM.test(next.text);
}

/** Legal forms that stand behind a comma, and so do not begin another name. */
const LEGAL_FORM = /^(?:Ltd|Limited|Inc|LLC|LLP|LP|Corp|GmbH|AG|S\.?A|B\.?V|N\.?V|PLC|PJSC|JSC|Co|Jr|Sr)$/;

/** Parts a run at "and"; the whole of it stays possible ("Ministry of Science and Technology"). */
function readRun(
  words: readonly Word[],
  from: number,
  to: number,
  cues: NameCues,
  readings: Reading[],
): void {
  const lists = positions(
    words,
    from,
    to,
    (word) => !word.capital && cues.words['joins list'].has(word.lower),
  );
  let start = from;
  for (const at of [...lists, to]) {
    readPart(words, start, at, cues, readings);
    start = at + 1;
  }
  if (lists.length > 0 && !words.slice(from, to).some((word) => word.possessive)) {
    readings.push({ from, to, role: null, alternative: true });
  }
}

/** Parts at possessives: "Rosneft's Igor Sechin" is two names, "People's Bank of China" one. */
function readPart(
  words: readonly Word[],
  from: number,
  to: number,
  cues: NameCues,
  readings: Reading[],
): void {
  let start = from;
  for (let at = from; at + 1 < to; at += 1) {
    if (!words[at]!.possessive) continue;
    readName(words, start, at + 1, cues, readings);
    readings.push({ from: start, to, role: null, alternative: true });
    start = at + 1;
  }
  readName(words, start, to, cues, readings);
}

/** A run without "and": an office inside it parts it, "of" may. */
function readName(
  words: readonly Word[],
  from: number,
  to: number,
  cues: NameCues,
  readings: Reading[],
): void {
  const [start, end] = trimmed(words, from, to, cues);
  if (start >= end) return;
  const office = officeInside(words, start, end, cues);
  if (office !== null) {
    const [before, after] = [trimmed(words, start, office.from, cues), trimmed(words, office.to, end, cues)];
    if (before[0] < before[1] && !isDemonym(words, before, cues)) {
      add(readings, { from: before[0], to: before[1], role: null, alternative: false });
    }
    if (after[0] < after[1]) {
      add(readings, { from: after[0], to: after[1], role: office, alternative: false });
      // "Президент России Владимир Путин": the office's country stands between it and the name.
      for (const size of [2, 3]) {
        const first = after[1] - size;
        if (first > after[0]) add(readings, { from: first, to: after[1], role: office, alternative: true });
      }
      add(readings, { from: start, to: end, role: null, alternative: true });
    }
    return;
  }
  if (isDemonym(words, [start, end], cues)) return;
  const role = officeBefore(words, start, end, cues);
  // "Kim Jong-un": a short syllable behind a hyphen belongs to the name.
  const tail = words[end];
  if (end - start >= 2 && tail !== undefined && /^[-‐‑]$/u.test(tail.gap) && /^\p{Ll}{2,6}$/u.test(tail.text))
    add(readings, { from: start, to: end + 1, role, alternative: false });
  add(readings, { from: start, to: end, role, alternative: false });
  // "Wagner group", "Rostec corporation": what kind of thing it is, written small, may belong to the name.
  const next = words[end];
  if (next !== undefined && !next.capital && next.gap === ' ' && cues.words.organization.has(next.lower)) {
    add(readings, { from: start, to: end + 1, role: null, alternative: true });
  }
  const joint = positions(
    words,
    start,
    end,
    (word) => !word.capital && cues.words['joins organization'].has(word.lower),
  );
  if (joint.length === 0) return;
  for (const part of [trimmed(words, start, joint[0]!, cues), trimmed(words, joint.at(-1)! + 1, end, cues)]) {
    const generic = words.slice(...part).every((word) => cues.words.organization.has(word.lower));
    if (!generic) add(readings, { from: part[0], to: part[1], role: null, alternative: true });
  }
}

/** Without joining words, numbers and "The" at the ends. */
function trimmed(words: readonly Word[], from: number, to: number, cues: NameCues): [number, number] {
  let start = from;
  let end = to;
  const loose = (word: Word) => {
    return !word.capital && !cues.words['joins person'].has(word.lower);
  };
  while (start < end && (loose(words[start]!) || words[start]!.lower === 'the')) start += 1;
  while (end > start && !words[end - 1]!.capital) end -= 1;
  return [start, end];
}

/** The last office in a run, with the modifiers before it, if a name follows it. */
function officeInside(
  words: readonly Word[],
  from: number,
  to: number,
  cues: NameCues,
): { from: number; to: number } | null {
  for (let at = to - 1; at > from; at -= 1) {
    const role = officeEndingAt(words, at, from, cues);
    if (role !== null) return role;
  }
  // The whole run is an office ("Prime Minister"): no name.
  const whole = officeEndingAt(words, to, from, cues);
  return whole !== null && whole.to === to ? whole : null;
}

/** An office right before a name: "deputy prime minister Alexander Novak", "Its chairman, Ada Sample, …". */
function officeBefore(
  words: readonly Word[],
  at: number,
  end: number,
  cues: NameCues,
): { from: number; to: number } | null {
  if (at === 0) return null;
  const { gap } = words[at]!;
  const closed = end === words.length || /^[,.;)]/.test(words[end]!.gap);
  return /^\.?[ \u00a0]$/.test(gap) || (gap === ', ' && closed) ? officeEndingAt(words, at, 0, cues) : null;
}

/** The longest office that ends before `at` and begins at `first` or later, with its modifiers. */
function officeEndingAt(
  words: readonly Word[],
  at: number,
  first: number,
  cues: NameCues,
): { from: number; to: number } | null {
  for (let size = Math.min(cues.longest, at - first); size > 0; size -= 1) {
    const from = at - size;
    const phrase = phraseOf(words, from, at);
    if (phrase === null || !(cues.offices.has(phrase) || (size <= 2 && cues.honorifics.has(phrase))))
      continue;
    let start = from;
    while (
      start > first &&
      phraseOf(words, start - 1, start + 1) !== null &&
      cues.modifiers.has(words[start - 1]!.lower)
    )
      start -= 1;
    return { from: start, to: at };
  }
  return null;
}

/** Words as a phrase in lower case, null when signs stand between them. */
function phraseOf(words: readonly Word[], from: number, to: number): string | null {
  let phrase = words[from]!.lower;
  for (let at = from + 1; at < to; at += 1) {
    if (!/^(?:[ \u00a0]|\. ?|[-‐‑])$/.test(words[at]!.gap) || words[at - 1]!.possessive) return null;
    phrase += ` ${words[at]!.lower}`;
  }
  return phrase;
}

function isDemonym(words: readonly Word[], [from, to]: readonly [number, number], cues: NameCues): boolean {
  const phrase = words.slice(from, to).map((word) => word.lower);
  return phrase.every((word) => cues.words.demonym.has(word)) || cues.words.demonym.has(phrase.join(' '));
}

function positions(
  words: readonly Word[],
  from: number,
  to: number,
  wanted: (word: Word) => boolean,
): number[] {
  const found: number[] = [];
  for (let at = from + 1; at < to - 1; at += 1) if (wanted(words[at]!)) found.push(at);
  return found;
}

function add(readings: Reading[], reading: Reading): void {
  if (reading.from < reading.to) readings.push(reading);
}
