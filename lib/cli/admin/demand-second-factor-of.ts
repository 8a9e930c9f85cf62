import { demandSecondFactor } from '../../service/accounts/demand-second-factor.ts';
import { platformScope } from '../../service/platform-scope.ts';
import type { AdminRun } from './admin-run.ts';
import { registeredOrganisation } from './registered-organisation.ts';

/** Demands a second factor of an organisation's people, or no more. */
export const demandSecondFactorOf: AdminRun = async (input) => {
  const { gln: organisation, name } = await registeredOrganisation(input);
  const demanded = input['off'] !== true;
  const scope = await platformScope({ organisation, location: undefined, actor: 'platform:cli' });
  if (!scope) throw new Error('a registered organisation has a scope');
  const done = await demandSecondFactor(scope, demanded, true);
  if (!done.ok) throw new Error('the platform administers every organisation');
  return {
    lines: [
      demanded
        ? `${name} demands a second factor: who has given none is led to set one up.`
        : `${name} demands no second factor any more.`,
    ],
    json: { organisation, demanded },
  };
};
