import type { Check } from './check-value.ts';
import { type Faults, pointer, shown } from './faults.ts';
import { isUri } from './uri.ts';

/** Which members an object may have. */
interface Shape {
  readonly fields: Readonly<Record<string, Check>>;
  readonly required?: readonly string[];
  /** Other members: none, extensions under a prefixed name or URI, or any. */
  readonly others: 'none' | 'prefixed' | 'any';
}

/** Is it an object of JSON: neither null nor a list? */
export const isObject = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Demands an object of this shape. */
export function objectOf({ fields, required = [], others }: Shape): Check {
  const checks = new Map(Object.entries(fields));
  const mayHave = { none: () => false, prefixed: isUri, any: () => true }[others];
  const checkMember = (key: string, member: unknown, path: string, faults: Faults): void => {
    const check = checks.get(key);
    if (check) check(member, pointer(path, key), faults);
    else if (!mayHave(key)) faults.add('epcis/unknown-field', pointer(path, key), unknownField(key, others));
  };
  return (value, path, faults) => {
    if (!isObject(value)) {
      faults.add('epcis/not-an-object', path, `${shown(value)} is not an object`);
      return;
    }
    for (const name of required) {
      if (!Object.hasOwn(value, name))
        faults.add('epcis/required', pointer(path, name), `${name} is missing`);
    }
    for (const key of Object.keys(value)) checkMember(key, value[key], path, faults);
  };
}

function unknownField(key: string, others: Shape['others']): string {
  return others === 'none'
    ? `${shown(key)} is not a field of this object, which takes no extensions`
    : `${shown(key)} is not a field of EPCIS; an extension needs a prefix, as in ext:field`;
}

interface ListRules {
  readonly atLeastOne?: boolean;
  readonly unique?: boolean;
}

/** Demands a list whose items pass `item`. */
export function listOf(item: Check, { atLeastOne = false, unique = false }: ListRules = {}): Check {
  return (value, path, faults) => {
    if (!Array.isArray(value)) {
      faults.add('epcis/not-a-list', path, `${shown(value)} is not a list`);
      return;
    }
    if (atLeastOne && value.length === 0) faults.add('epcis/empty-list', path, 'the list is empty');
    for (let i = 0; i < value.length && !faults.full; i++) item(value[i], pointer(path, i), faults);
    if (unique) checkUnique(value, path, faults);
  };
}

function checkUnique(values: readonly unknown[], path: string, faults: Faults): void {
  if (new Set(values).size === values.length) return;
  const first = new Map<unknown, number>();
  for (const [i, value] of values.entries()) {
    const at = first.get(value);
    if (at === undefined) first.set(value, i);
    else faults.add('epcis/duplicate', pointer(path, i), `the same as item ${at}`);
  }
}

/** Demands what both checks demand. */
export const both =
  (one: Check, other: Check): Check =>
  (value, path, faults) => {
    one(value, path, faults);
    other(value, path, faults);
  };
