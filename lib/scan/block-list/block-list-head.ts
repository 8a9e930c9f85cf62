import { sha256 } from '#sha256';
import { base64Of } from '../../kernel/base64.ts';
import { utf8Of } from '../../kernel/bytes.ts';
import { canonicalJson, type Json } from '../../kernel/canonical-json.ts';
import { type Instant, instantText, parseInstant } from '../../kernel/instant.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import type { BlockFilter } from './block-filter.ts';
import type { ExactLists } from './exact-lists.ts';
import { encodeSortedNumbers } from './sorted-numbers-code.ts';

/** What is signed of a block list: for whom and when it was made, and the hashes of its parts. */
export interface BlockListHead {
  /** GLN of the organisation, and of its place or `-` for all of it. */
  readonly organisation: string;
  readonly location: string;
  /** Grows with every change. */
  readonly version: number;
  readonly madeAt: Instant;
  readonly domain: number;
  readonly salt: string;
  /** Base64 of SHA-256 of the coded filter, and of the canonical JSON (RFC 8785) of the exact lists. */
  readonly filter: string;
  readonly lists: string;
}

export type HeadError = { readonly code: 'block-list/head' };

const TITLE = 'vialog block list v1';
const NAMES = ['for', 'version', 'made', 'domain', 'salt', 'filter', 'lists'] as const;
const VALUES = [
  /^([0-9]{13}) ([0-9]{13}|-)$/,
  /^(0|[1-9][0-9]{0,14})$/,
  /^(\S{20,30})$/,
  /^([1-9][0-9]{0,14})$/,
  /^([0-9a-f]{16})$/,
  /^([A-Za-z0-9+/]{43}=)$/,
  /^([A-Za-z0-9+/]{43}=)$/,
] as const;

/** The text of a head: one line a field, the body of a signed note. */
export function formatHead(head: BlockListHead): string {
  const { organisation, location, version, madeAt, domain, salt, filter, lists } = head;
  const values = [`${organisation} ${location}`, version, instantText(madeAt), domain, salt, filter, lists];
  return [TITLE, ...NAMES.map((name, at) => `${name} ${values[at]}`), ''].join('\n');
}

/** Reads the text of a head, in its one spelling. */
export function parseHead(text: string): Result<BlockListHead, HeadError> {
  const fault = err({ code: 'block-list/head' } as const);
  const [title, ...lines] = text.split('\n');
  const fields = NAMES.map((name, at) => {
    const line = lines[at] ?? '';
    return line.startsWith(`${name} `) ? VALUES[at]?.exec(line.slice(name.length + 1)) : undefined;
  });
  const [site, version, made, domain, salt, filter, lists] = fields.map((match) => match?.slice(1) ?? []);
  const madeAt = parseInstant(made?.[0] ?? '');
  if (title !== TITLE || fields.some((match) => !match) || !madeAt.ok) return fault;
  const head: BlockListHead = {
    ...{ organisation: site?.[0] ?? '', location: site?.[1] ?? '' },
    ...{ version: Number(version?.[0]), madeAt: madeAt.value, domain: Number(domain?.[0]) },
    ...{ salt: salt?.[0] ?? '', filter: filter?.[0] ?? '', lists: lists?.[0] ?? '' },
  };
  return formatHead(head) === text ? ok(head) : fault;
}

const hashText = (bytes: Uint8Array): string => base64Of(sha256(bytes));

/** The hash of a filter as heads name it. */
export const filterHash = ({ numbers }: Pick<BlockFilter, 'numbers'>): string =>
  hashText(encodeSortedNumbers(numbers));

/** The hash of exact lists as heads name it. */
export const listsHash = (lists: ExactLists): string =>
  hashText(utf8Of(canonicalJson(lists as unknown as Json)));
