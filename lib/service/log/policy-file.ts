import { formatPolicy } from '../../ledger/policy.ts';
import { witnessPolicy } from '../../store/witness-policy.ts';
import { type LogFile, logText } from './log-file.ts';

/** Whose signatures a head of this log needs (C2SP tlog-policy): the log's own, and those of its witnesses. */
export const policyFile = (): LogFile => logText(formatPolicy(witnessPolicy()));
