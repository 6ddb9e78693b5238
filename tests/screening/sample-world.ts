/** The bundled sample, opened once for all tests of this folder. */
import { type OpenWorld, openWorld, type WorldOptions } from '../../src/app/index.js';

const opened = new Map<string, Promise<OpenWorld>>();

export function sampleWorld(options: WorldOptions = {}): Promise<OpenWorld> {
  const key = JSON.stringify(options);
  const held = opened.get(key) ?? openWorld({ sample: true, date: '2024-06-01', ...options });
  opened.set(key, held);
  return held;
}
