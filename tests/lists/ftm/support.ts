/** Files of the FollowTheMoney reader, made in memory. */
import { type ListFile, memoryFile } from '../../../src/lists/index.js';

/** A file of one JSON value a line, with a line end after the last. */
export function linesFile(values: readonly unknown[], name = 'entities.ftm.json'): ListFile {
  return textFile(values.map((value) => `${JSON.stringify(value)}\n`).join(''), name);
}

export function textFile(text: string, name = 'entities.ftm.json'): ListFile {
  return memoryFile(name, new TextEncoder().encode(text));
}

/** A bank, a sanction that names it, its address, an owner and the ownership between them. */
export const DATASET = [
  {
    id: 'bank',
    caption: 'Bank of the North',
    schema: 'Company',
    properties: {
      name: ['Bank of the North'],
      addressEntity: ['adr'],
      topics: ['sanction'],
      country: ['ru'],
    },
    datasets: ['demo_list'],
    last_seen: '2024-05-01T10:00:00',
    target: true,
  },
  {
    id: 'san',
    schema: 'Sanction',
    properties: {
      entity: ['bank'],
      program: ['Northern programme'],
      programId: ['XX-NORTH'],
      authority: ['Ministry of Examples'],
      authorityId: ['N-17'],
      startDate: ['2023-04-01', '2022-03-15'],
      endDate: ['2026-01-01'],
      provisions: ['Asset freeze'],
      reason: ['Finances the northern fleet'],
      sourceUrl: ['https://example.org/n-17'],
    },
    datasets: ['demo_list'],
    last_seen: '2024-05-02T10:00:00',
  },
  {
    id: 'adr',
    schema: 'Address',
    properties: { street: ['1 Quay'], city: ['Murmansk'] },
    datasets: ['demo_list'],
  },
  { id: 'owner', schema: 'Person', properties: { name: ['Ivan Example'] }, datasets: ['demo_list'] },
  {
    id: 'own',
    schema: 'Ownership',
    properties: { owner: ['owner'], asset: ['bank'], percentage: ['51'] },
    datasets: ['demo_list'],
  },
] as const;
