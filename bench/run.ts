/**
 * `npm run bench -- NAME [ARGUMENTS]`: runs one bench with what it takes; without a name, lists them with the claim in
 * their head comment.
 */
import { readdirSync, readFileSync } from 'node:fs';

const here = new URL('.', import.meta.url);
const names = readdirSync(here)
  .filter((file) => file.endsWith('.ts') && file !== 'run.ts')
  .map((file) => file.replace(/\.ts$/, ''))
  .sort();

const [name, ...args] = process.argv.slice(2);
if (name !== undefined && names.includes(name)) {
  const bench = (await import(new URL(`${name}.ts`, here).href)) as {
    run(args: readonly string[]): Promise<void>;
  };
  await bench.run(args);
} else {
  for (const one of names) {
    const text = readFileSync(new URL(`${one}.ts`, here), 'utf8');
    const claim =
      /\/\*\*\s*([\s\S]*?)\*\//
        .exec(text)?.[1]
        ?.replace(/\s*\n\s*\*?\s*/g, ' ')
        .trim() ?? '';
    console.log(`${one.padEnd(14)} ${claim}`);
  }
  if (name !== undefined) process.exitCode = 2;
}
