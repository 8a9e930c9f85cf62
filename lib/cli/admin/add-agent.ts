import { type Instant, instantOf, parseInstant } from '../../kernel/instant.ts';
import { saveAgent } from '../../store/organisations.ts';
import { type AdminInput, optionalText } from '../admin-input.ts';
import { UnusableInput } from '../unusable-input.ts';
import type { AdminRun } from './admin-run.ts';
import { registeredOrganisation } from './registered-organisation.ts';

/** Lets one organisation report for another from now on. */
export const addAgent: AdminRun = async (input) => {
  const principal = await registeredOrganisation(input, 'principal');
  const agent = await registeredOrganisation(input, 'agent');
  if (principal.gln === agent.gln)
    throw new UnusableInput('An organisation needs no agent to report for itself.');
  const until = untilIn(input);
  const now = instantOf(Date.now());
  if (!now.ok) throw new Error('the clock of this machine is out of range');
  await saveAgent(principal.gln, agent.gln, now.value, until);
  return {
    lines: [`${agent.name} may report for ${principal.name}.`],
    json: { principal: principal.gln, agent: agent.gln, until: optionalText(input, 'until') ?? null },
  };
};

function untilIn(input: AdminInput): Instant | undefined {
  const text = optionalText(input, 'until');
  if (text === undefined) return undefined;
  const until = parseInstant(text);
  if (!until.ok) throw new UnusableInput(`--until ${text} is no time such as 2027-12-31T23:59:59Z.`);
  return until.value;
}
