import { saveLocation } from '../../store/locations.ts';
import { loadPlaces } from '../../store/organisations.ts';
import { type AdminInput, countryIn, glnIn, optionalNumber, textIn, wordIn } from '../admin-input.ts';
import { UnusableInput } from '../unusable-input.ts';
import type { AdminRun } from './admin-run.ts';
import { registeredOrganisation } from './registered-organisation.ts';

const KINDS = ['plant', 'warehouse', 'pharmacy', 'hospital', 'clinic', 'office'] as const;

/** Registers a place of an organisation, or mends what is known of it. */
export const addLocation: AdminRun = async (input) => {
  const { gln: organisation } = await registeredOrganisation(input);
  const location = {
    gln: glnIn(input, 'gln'),
    organisation,
    name: textIn(input, 'name'),
    kind: wordIn(input, 'kind', KINDS),
    country: countryIn(input),
    city: textIn(input, 'city'),
    latitude: optionalNumber(input, 'latitude', [-90, 90]),
    longitude: optionalNumber(input, 'longitude', [-180, 180]),
    timeZone: timeZoneIn(input),
  };
  const kept = (await loadPlaces([location.gln])).get(location.gln);
  if (kept && kept.organisation !== organisation)
    throw new UnusableInput(
      `The place ${location.gln} belongs to ${kept.organisation}; a place does not change hands.`,
    );
  await saveLocation(location);
  return { lines: [`${location.name} (${location.gln}) is registered.`], json: location };
};

function timeZoneIn(input: AdminInput): string {
  const name = textIn(input, 'time-zone');
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    throw new UnusableInput(`--time-zone ${name} is no time zone such as Europe/Berlin.`);
  }
}
