import { parseArgs } from 'node:util';

/**
 * Whole numbers from the command line, such as `--packs 100000`, with what they are when absent.
 * Throws where one is no whole number above 0, or unknown.
 */
export function options<const T extends Readonly<Record<string, number>>>(
  defaults: T,
): { [K in keyof T]: number } {
  const names = Object.keys(defaults);
  const { values } = parseArgs({
    options: Object.fromEntries(names.map((name) => [name, { type: 'string' as const }])),
  });
  const read = names.map((name) => {
    const text = values[name];
    const number = text === undefined ? defaults[name] : Number(text);
    if (number === undefined || !Number.isSafeInteger(number) || number < 1)
      throw new Error(`--${name} must be a whole number above 0.`);
    return [name, number];
  });
  return Object.fromEntries(read);
}
