/** What a report is drawn from: plain values, as the answers of `check`, `screen` and `read` give them. */
import type { Judgement, ListedParty, WorldStatement } from '../model/index.js';

/** One subject and its judgement, as a section of the report. */
export type ReportSubject = { readonly label: string; readonly judgement: Judgement };

/** A page with its mentions; `party` of a mention is the id of one of `parties`; `listedParties` are those of the lists. */
export type ReportPage = {
  readonly document: {
    readonly source: string;
    readonly hash: string;
    readonly title: string | null;
    readonly byline: string | null;
    readonly publisher: string | null;
    readonly published: string | null;
    readonly text: string;
    readonly blocks: readonly { readonly kind: string; readonly start: number; readonly end: number }[];
    readonly removed: readonly { readonly reason: string; readonly text: string }[];
  };
  readonly mentions: readonly {
    readonly start: number;
    readonly end: number;
    readonly party: string | null;
  }[];
  readonly parties: readonly {
    readonly id: string;
    readonly name: string;
    readonly findings: Judgement['findings'];
  }[];
  readonly listedParties: readonly ListedParty[];
};

/**
 * A file of subjects: counts, and the rows that have a finding, a note or a discounted hit. In a delta `since` says what
 * it is held against, and the rows are those that a change touches; else it is null.
 */
export type ReportFile = {
  readonly name: string;
  readonly rows: number;
  readonly rejected: number;
  readonly since: string | null;
  readonly hits: readonly {
    readonly row: number;
    readonly id: string | null;
    readonly label: string;
    readonly judgement: Judgement;
  }[];
};

/** A report: sections are drawn in this order, empty ones left out. */
export type ReportInput = {
  readonly title: string;
  readonly world: WorldStatement;
  readonly envelope: readonly { readonly label: string; readonly value: string }[];
  readonly subjects: readonly ReportSubject[];
  readonly files: readonly ReportFile[];
  readonly pages: readonly ReportPage[];
};
