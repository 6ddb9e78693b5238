/** What the parts of this bench share: tools opened once, and a loaded state folder made when first needed. */
import { rmSync } from 'node:fs';
import { openKnowledge, openTables } from '../../src/app/knowledge.js';
import type { Knowledge } from '../../src/screening/index.js';
import { loadedHome } from '../support/command.js';
import { type LabelledPair, labelledPairs, type Score } from './labelled.js';
import { type FalseAlarms, screenNegatives } from './screened-negatives.js';

/** `wrong` asks for single wrong pairs, `pairs` is a file of generated pairs, null without one. */
export type Options = { readonly wrong: boolean; readonly pairs: string | null };

export type Setting = {
  readonly options: Options;
  readonly knowledge: Knowledge;
  readonly score: Score;
  readonly labelled: readonly LabelledPair[];
  readonly home: () => string;
  readonly falseAlarms: () => Promise<FalseAlarms>;
  readonly close: () => void;
};

/** Opens the tools; `close` removes what was made. */
export function openSetting(options: Options): Setting {
  const knowledge = openKnowledge(openTables());
  const { names, matcher } = knowledge;
  const score: Score = (left, right, kind) =>
    matcher.scoreNames(names.parse(left, kind), names.parse(right, kind));
  let made: string | null = null;
  let alarms: Promise<FalseAlarms> | null = null;
  const home = (): string => {
    made ??= loadedHome();
    return made;
  };
  return {
    options,
    knowledge,
    score,
    labelled: labelledPairs(score),
    home,
    falseAlarms: () => {
      alarms ??= screenNegatives(home());
      return alarms;
    },
    close: () => {
      if (made !== null) rmSync(made, { recursive: true, force: true });
    },
  };
}
