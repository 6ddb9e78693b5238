/** What the tests of downloading share: a door to the network with short bounds, a clock without waiting, a folder. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { type Http, type HttpOptions, openHttp } from '../../../src/lists/fetch/request.js';
import type { Clock } from '../../../src/lists/fetch/retry.js';
import type { TestServer } from './servers.js';

/** Noon of a day in June 2026. */
export const NOON = Date.UTC(2026, 5, 1, 12);
const NO_PROXIES = { http: '', https: '', none: '' };
const LIMITS = { headTime: 400, idleTime: 400, totalTime: 5_000, bytes: 1_000_000 };

/** A clock that goes on by what is waited for, and waits for nothing. */
export function testClock(): Clock & { readonly waits: number[] } {
  const waits: number[] = [];
  let now = NOON;
  return {
    waits,
    now: () => now,
    sleep: async (milliseconds) => {
      waits.push(milliseconds);
      now += milliseconds;
    },
  };
}

const endings: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

/** Closes a server, or whatever else, when the test has ended. */
export async function closing<It extends Pick<TestServer, 'close'>>(it: It | Promise<It>): Promise<It> {
  const opened = await it;
  endings.push(() => opened.close());
  return opened;
}

/** A door that may ask this machine, within short bounds. */
export function testHttp(
  options: Partial<Omit<HttpOptions, 'limits'>> & { readonly limits?: Partial<HttpOptions['limits']> } = {},
): Promise<Http> {
  return closing(
    openHttp({
      allowPrivate: true,
      proxies: NO_PROXIES,
      connectTime: 400,
      userAgent: 'Cordon/test',
      ...options,
      limits: { ...LIMITS, ...options.limits },
    }),
  );
}

/** An empty folder, removed when the test has ended. */
export function testFolder(): string {
  const path = mkdtempSync(join(tmpdir(), 'cordon-fetch-'));
  endings.push(() => rmSync(path, { recursive: true, force: true }));
  return path;
}
