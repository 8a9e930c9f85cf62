import type { PeopleRow } from '../../lib/queries/people-screen.ts';
import { peopleTexts } from '../texts/en/people.ts';

const ROLES = ['admin', 'operator', 'viewer'] as const;

interface PlaceRolesProps {
  /** Tells the fields of one form from those of another. */
  readonly form: string;
  readonly places: PeopleRow['places'];
  readonly chosen: PeopleRow['members'][number]['places'];
}

/** A role, or none, at each place: fields named `role:` and the GLN, or `role:` alone for the whole organisation. */
export function PlaceRoles({ form, places, chosen }: PlaceRolesProps) {
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-1 font-medium">{peopleTexts.places}</legend>
      <p className="text-ink-soft text-note">{peopleTexts.roleHelp}</p>
      {places.map(({ location, name }) => {
        const id = `${form}-${location ?? 'whole'}`;
        const role = chosen.find((place) => place.location === location)?.role;
        return (
          <div key={id} className="grid grid-cols-[1fr_minmax(9rem,auto)] items-center gap-3">
            <label htmlFor={id} className="min-w-0">
              {name ?? peopleTexts.whole}
            </label>
            <select id={id} name={`role:${location ?? ''}`} defaultValue={role ?? ''} className="field">
              <option value="">{peopleTexts.none}</option>
              {ROLES.map((each) => (
                <option key={each} value={each}>
                  {peopleTexts.roles[each]}
                </option>
              ))}
            </select>
          </div>
        );
      })}
    </fieldset>
  );
}
