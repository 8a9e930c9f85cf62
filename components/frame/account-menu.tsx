import { CircleUserRound, LogOut, Settings } from 'lucide-react';
import { PAGE } from '../page-addresses.ts';
import { frameTexts } from '../texts/en/frame.ts';
import { buttonClass } from '../ui/button-class.ts';
import { PageLink } from '../ui/page-link.tsx';
import type { AppFrameProps, OwnPlaces } from './frame-data.ts';

type AccountMenuProps = Pick<
  AppFrameProps,
  'person' | 'organisation' | 'location' | 'role' | 'signOut' | 'places'
>;

/** Who is signed in and for which place, and the way out. On the browser's own popover: Escape closes it. */
export function AccountMenu({ person, organisation, location, role, signOut, places }: AccountMenuProps) {
  return (
    <>
      <button
        type="button"
        popoverTarget="account-menu"
        aria-label={frameTexts.account.label(person.name)}
        className="inline-flex size-10 shrink-0 items-center justify-center rounded-control text-ink-soft hover:bg-sunken hover:text-ink"
      >
        <CircleUserRound size={20} aria-hidden />
      </button>
      <div
        id="account-menu"
        popover="auto"
        className="menu w-72 max-w-[calc(100vw-2rem)] rounded-card border border-line bg-surface p-4 text-ink shadow-float"
      >
        <p className="font-semibold">{person.name}</p>
        <p className="break-all text-ink-soft text-note">{person.email}</p>
        <hr className="my-3 border-line" />
        <p>{organisation}</p>
        <p className="text-ink-soft text-note">
          {frameTexts.roles[role]} · {location ?? frameTexts.wholeOrganisation}
        </p>
        {places && <PlaceForm places={places} />}
        <PageLink href={PAGE.settings} className={`${buttonClass('secondary')} mt-4 w-full`}>
          <Settings size={16} aria-hidden />
          {frameTexts.account.settings}
        </PageLink>
        <form action={signOut} method={typeof signOut === 'string' ? 'post' : undefined} className="mt-2">
          <button type="submit" className={`${buttonClass('secondary')} w-full`}>
            <LogOut size={16} aria-hidden className="rtl:-scale-x-100" />
            {frameTexts.account.signOut}
          </button>
        </form>
      </div>
    </>
  );
}

/** Moves the session to another place of the organisation. */
function PlaceForm({ places: { all, isWhole, current, moveTo } }: { readonly places: OwnPlaces }) {
  return (
    <form
      action={moveTo}
      method={typeof moveTo === 'string' ? 'post' : undefined}
      className="mt-4 flex flex-col gap-2"
    >
      <label htmlFor="account-place" className="text-ink-soft text-note">
        {frameTexts.account.placeLabel}
      </label>
      <select id="account-place" name="location" defaultValue={current ?? ''} className="field">
        {isWhole && <option value="">{frameTexts.wholeOrganisation}</option>}
        {all.map(({ gln, name }) => (
          <option key={gln} value={gln}>
            {name}
          </option>
        ))}
      </select>
      <button type="submit" className={buttonClass('secondary', 'small')}>
        {frameTexts.account.placeSubmit}
      </button>
    </form>
  );
}
