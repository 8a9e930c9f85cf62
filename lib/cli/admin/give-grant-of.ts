import { parseGtin } from '../../gs1/gtin.ts';
import { parseLot } from '../../gs1/lot.ts';
import { parseSerial } from '../../gs1/serial.ts';
import { type Instant, momentOf, parseInstant } from '../../kernel/instant.ts';
import type { Result } from '../../kernel/result.ts';
import { type GrantError, giveGrant } from '../../service/give-grant.ts';
import { grantJson } from '../../service/grant-json.ts';
import { platformScope } from '../../service/platform-scope.ts';
import { requestName } from '../../service/request-name.ts';
import { type AdminInput, glnIn, optionalText, wordIn } from '../admin-input.ts';
import { UnusableInput } from '../unusable-input.ts';
import type { AdminRun } from './admin-run.ts';
import { grantLine } from './grant-line.ts';
import { registeredOrganisation } from './registered-organisation.ts';

/** Lets one organisation see records of another. */
export const giveGrantOf: AdminRun = async (input) => {
  const { gln: organisation } = await registeredOrganisation(input, 'from');
  const scope = await platformScope({ organisation, location: undefined, actor: 'platform:cli' });
  if (!scope) throw new Error('a registered organisation has a scope');
  const given = await giveGrant(
    scope,
    {
      id: requestName(scope, 'grant', undefined),
      to: glnIn(input, 'to'),
      what: {
        show:
          optionalText(input, 'show') === undefined ? 'whole' : wordIn(input, 'show', ['whole', 'outline']),
        event: eventIn(input),
        gtin: optionalParsed(input, 'gtin', parseGtin),
        lot: optionalParsed(input, 'batch', parseLot),
        serial: optionalParsed(input, 'serial', parseSerial),
      },
      validFrom: optionalParsed<Instant>(input, 'begins', parseInstant),
      validUntil: optionalParsed<Instant>(input, 'until', parseInstant),
    },
    momentOf(Date.now()),
  );
  if (!given.ok) throw new UnusableInput(SENTENCES[given.error.code]);
  return {
    lines: [`Granted, and stated in the log: ${grantLine(given.value)}`],
    json: grantJson(given.value),
  };
};

const SENTENCES: Readonly<Record<GrantError['code'], string>> = {
  'auth/forbidden': 'The platform administers every organisation.',
  'grant/receiver': '--to names nobody else who is registered: list-organisations shows them.',
  'grant/purpose': 'The receiver never reads for this purpose.',
  'grant/period': '--until is before the grant begins, or over.',
  'grant/subject': '--batch and --serial are those of a --gtin.',
};

function eventIn(input: AdminInput): string | undefined {
  const event = optionalText(input, 'event');
  if (event === undefined || /^[0-9a-f]{32}$/.test(event)) return event;
  throw new UnusableInput(`--event ${event} is no id of an event: 32 hexadecimal digits.`);
}

function optionalParsed<T>(
  input: AdminInput,
  name: string,
  parse: (text: string) => Result<T, { readonly code: string }>,
): T | undefined {
  const text = optionalText(input, name);
  if (text === undefined) return undefined;
  const parsed = parse(text);
  if (parsed.ok) return parsed.value;
  throw new UnusableInput(`--${name} ${text} cannot be used: ${parsed.error.code}.`);
}
