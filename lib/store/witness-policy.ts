import { readFileSync } from 'node:fs';
import { env } from '../env.ts';
import { parsePolicy } from '../ledger/parse-policy.ts';
import type { Policy } from '../ledger/policy.ts';
import { logVkey } from './log-key.ts';

/** Where `npm start` writes the policy for the witnesses that it starts itself. */
export const LOCAL_POLICY = 'witness-policy';

let known: Policy | undefined;

/**
 * Whose cosignatures a head of this log needs (C2SP tlog-policy): the witnesses, groups and quorum of the file that `VIALOG_POLICY`
 * names; none where it names none. The log is always this one. Read once in a process. Throws one sentence where the file cannot be
 * used, or names a witness without an address to ask.
 */
export function witnessPolicy(): Policy {
  known ??= readWitnessPolicy(env().policyFile);
  return known;
}

function readWitnessPolicy(file: string | undefined): Policy {
  const logs = [{ vkey: logVkey() }];
  if (file === undefined) return { logs, witnesses: [], groups: [], quorum: 'none' };
  const policy = parsePolicy(textOf(file));
  if (!policy.ok)
    throw new Error(`Line ${policy.error.line} of the policy ${file} cannot be used: ${policy.error.code}.`);
  const silent = policy.value.witnesses.find(({ url }) => url === undefined || !URL.canParse(url));
  if (silent)
    throw new Error(`The policy ${file} says no address where the witness ${silent.name} is asked.`);
  return { ...policy.value, logs };
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new Error(`The policy ${file} cannot be read: ${error instanceof Error ? error.message : error}.`);
  }
}
