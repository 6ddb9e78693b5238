/** Why two parties score as they do, in one sentence for people; made only for what is shown. */
import type { MatchPart } from '../model/index.js';
import type { Feature } from './feature.js';

/** How alike two parts must be to be called the same, and to be called another spelling. */
const SAME = 0.995;
const ALIKE = 0.5;

/** Facts as people call them. */
const FACT_WORDS: Readonly<Record<string, string>> = {
  'identifier-other': 'number',
  'birth-date': 'birth date',
  'vessel-type': 'type of ship',
  built: 'year of building',
  kind: 'kind of party',
};

/**
 * The sentence: which parts of the names agree, differ or stand on one side only, then what every other fact says.
 *
 * @param said the features of a comparison and the parts of its names as they were paired
 */
export function explain(said: {
  readonly features: readonly Feature[];
  readonly parts: readonly MatchPart[];
}): string {
  const alias = said.features.find(({ name }) => name === 'weak-alias');
  const facts = said.features.filter(({ name }) => !/^(?:name|commonness|weak-alias$|bound$)/.test(name));
  const clauses = [alias === undefined ? namesClause(said.parts) : alias.detail, ...facts.map(factClause)];
  const sentence = clauses.filter((clause) => clause !== '').join('; ');
  return sentence === '' ? 'There is nothing to compare.' : `${capitalise(sentence)}.`;
}

function namesClause(parts: readonly MatchPart[]): string {
  if (parts.length === 0) return '';
  const pairs = parts.filter(({ left, right }) => left !== null && right !== null);
  const same = pairs.filter(({ similarity }) => similarity >= SAME).map(pairWords);
  const alike = pairs
    .filter(({ similarity }) => similarity >= ALIKE && similarity < SAME)
    .map(({ left, right }) => `${left} may be ${right}`);
  const against = pairs
    .filter(({ similarity }) => similarity < ALIKE)
    .map(({ left, right }) => `${left} stands against ${right}`);
  const alone = parts
    .filter(({ left, right }) => left === null || right === null)
    .map(({ left, right, type }) => `${left ?? right}${type === 'word' ? '' : ` (${type})`}`);
  const agreeing = same.length === 0 ? [] : [`${listed(same)} ${same.length === 1 ? 'agrees' : 'agree'}`];
  const left = alone.length === 0 ? [] : [`only one side has ${listed(alone)}`];
  const whole = same.length === parts.length ? ['every part agrees'] : agreeing;
  return `in the names ${[...whole, ...alike, ...against, ...left].join(', ')}`;
}

function factClause({ name, contribution, detail }: Feature): string {
  const speaks = contribution > 0 ? 'speaks for it' : contribution < 0 ? 'speaks against it' : 'says nothing';
  return `the ${FACT_WORDS[name] ?? name} ${speaks} (${detail})`;
}

function pairWords({ left, right }: MatchPart): string {
  return left === right ? `${left}` : `${left} as ${right}`;
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

function capitalise(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
