/** `cordon check`: one party, from the command line. */
import type { Command } from 'commander';
import { check, openWorld } from '../app/index.js';
import { CordonError } from '../base/index.js';
import { readSchema, type SubjectFields } from '../wire/index.js';
import { closingText, judgementText } from './answer-text.js';
import { addJudgingOptions, type JudgingOptions, worldOptions } from './options.js';
import { checkOutputs, exitCode, keepRecord, warnOf } from './outcome.js';
import { out } from './streams.js';
import { harmless, openPaint } from './terminal.js';

type CheckOptions = JudgingOptions & {
  readonly schema?: string;
  readonly birthDate?: string[];
  readonly country?: string[];
  readonly nationality?: string[];
  readonly gender?: string;
  readonly id?: string[];
  readonly address?: string[];
  readonly city?: string[];
};

/** Adds the command. */
export function addCheck(program: Command): void {
  addJudgingOptions(program.command('check [name]'))
    .description('who on the lists could this party be')
    .option('--schema <name>', 'Person, Company, Organization, Vessel, … (FollowTheMoney)')
    .option('--birth-date <date>', 'a day, month or year; may be repeated', append)
    .option('--country <country>', 'code or name; may be repeated', append)
    .option('--nationality <country>', 'code or name, of a person; may be repeated', append)
    .option('--gender <gender>', 'male or female')
    .option('--id <[TYPE:]VALUE>', 'an identifier (INN:…, IMO:…, passport:…); may be repeated', append)
    .option('--address <text>', 'an address; may be repeated', append)
    .option('--city <name>', 'a town or port; may be repeated', append)
    .action(run);
}

async function run(name: string | undefined, options: CheckOptions): Promise<void> {
  const fields = toFields(name, options);
  checkOutputs(null, options);
  const world = await openWorld(worldOptions(options));
  warnOf(world);
  const answer = check(world, fields);
  const subject = { label: answer.query.label, judgement: answer };
  keepRecord(options, { verb: 'check', subject: fields, file: null }, answer, { subjects: [subject] });
  const paint = openPaint(process.stdout, options.color ? null : false);
  const { query, world: statement, parties, findings, discounted, notes } = answer;
  if (options.json === true || options.jsonl === true) {
    await out(
      `${JSON.stringify({ query, world: statement, parties, findings, discounted, notes }, null, options.jsonl === true ? undefined : 2)}\n`,
    );
  } else {
    await out(
      `${paint.bold(harmless(query.label))}\n\n${judgementText(answer, statement, paint)}\n${closingText(statement, paint)}`,
    );
  }
  process.exitCode = exitCode(findings, world.complete);
}

function toFields(name: string | undefined, options: CheckOptions): SubjectFields {
  const fields: Record<string, readonly string[]> = {};
  const add = (field: string, values: readonly string[] | undefined) => {
    if (values !== undefined && values.length > 0) fields[field] = values;
  };
  if (options.schema !== undefined && readSchema(options.schema) === null) {
    throw new CordonError(
      'usage',
      `--schema: "${options.schema}" is no schema of FollowTheMoney; Person, Company, Organization, Vessel are`,
    );
  }
  add('name', name === undefined ? undefined : [name]);
  add('schema', options.schema === undefined ? undefined : [options.schema]);
  add('birthDate', options.birthDate);
  add('country', options.country);
  add('nationality', options.nationality);
  add('gender', options.gender === undefined ? undefined : [options.gender]);
  add('identifier', options.id);
  add('address', options.address);
  add('city', options.city);
  if (name === undefined && options.id === undefined)
    throw new CordonError('usage', 'give a name, or an identifier with --id');
  return fields;
}

function append(value: string, held: string[] | undefined): string[] {
  return [...(held ?? []), value];
}
