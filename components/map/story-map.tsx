import { mapTexts } from '../texts/en/map.ts';
import { joinClasses } from '../ui/join-classes.ts';
import { MAP_SIZE, type MapPlace, type MapView } from './map-view.ts';
import { stepId } from './step-id.ts';

/**
 * The map of a story, drawn on the server, so that no map library travels. Places lead to their first step in the line of time, which is
 * also the map's alternative in words.
 */
export function StoryMap({ view }: { readonly view: MapView }) {
  return (
    <figure className="m-0">
      <svg
        viewBox={`0 0 ${MAP_SIZE.width} ${MAP_SIZE.height}`}
        className="block h-auto w-full rounded-control border border-line bg-sunken"
      >
        <title>{mapTexts.label(view.places.length, view.countries.length)}</title>
        <path d={view.land} className="fill-surface stroke-line" />
        <path d={view.borders} className="fill-none stroke-line" />
        {view.legs.map(({ step, path, doubt }) => (
          <path
            key={step}
            d={path}
            data-steps={step}
            className={joinClasses(
              'fill-none stroke-2 stroke-ink-soft data-lit:stroke-4 data-lit:stroke-brand',
              doubt && '[stroke-dasharray:2_7] [stroke-linecap:round]',
            )}
          />
        ))}
        {view.places.map((place) => (
          <PlaceDot key={place.key} place={place} />
        ))}
      </svg>
      <MapKey view={view} />
    </figure>
  );
}

function PlaceDot({ place }: { readonly place: MapPlace }) {
  const { name, x, y, label, vague, steps } = place;
  const text = vague ? mapTexts.vague(name) : name;
  return (
    <a
      href={`#${stepId(steps[0] ?? '')}`}
      aria-label={mapTexts.place(text, steps.length)}
      data-steps={steps.join(' ')}
      className="group/place outline-offset-4"
    >
      {/* What is pressed is larger than what is seen. */}
      <circle cx={x} cy={y} r={16} className="fill-transparent" />
      <circle
        cx={x}
        cy={y}
        r={6}
        className={joinClasses(
          'stroke-2 stroke-brand group-data-lit/place:stroke-[6px]',
          vague ? 'fill-surface [stroke-dasharray:3_3]' : 'fill-brand',
        )}
      />
      <text
        x={label.x}
        y={label.y}
        textAnchor={label.anchor}
        className="fill-ink stroke-4 stroke-surface font-medium text-[13px] max-sm:text-[19px] [paint-order:stroke] group-data-lit/place:font-bold"
      >
        {text}
      </text>
    </a>
  );
}

function MapKey({ view: { legs, places } }: { readonly view: MapView }) {
  const entries = [
    legs.some(({ doubt }) => !doubt) && (['', mapTexts.transit] as const),
    legs.some(({ doubt }) => doubt) && (['2 7', mapTexts.doubt] as const),
  ].filter((entry) => entry !== false);
  const vague = places.some((place) => place.vague);
  if (entries.length === 0 && !vague) return null;
  return (
    <figcaption className="mt-2 flex flex-wrap gap-x-5 gap-y-1 text-ink-soft text-note">
      {entries.map(([dashes, text]) => (
        <span key={text} className="inline-flex items-center gap-2">
          <svg viewBox="0 0 32 4" className="h-1 w-8" aria-hidden="true">
            <path
              d="M1 2H31"
              strokeDasharray={dashes || undefined}
              strokeLinecap="round"
              className="stroke-2 stroke-ink-soft"
            />
          </svg>
          {text}
        </span>
      ))}
      {vague && (
        <span className="inline-flex items-center gap-2">
          <svg viewBox="0 0 12 12" className="size-3" aria-hidden="true">
            <circle cx="6" cy="6" r="5" strokeDasharray="3 3" className="fill-none stroke-2 stroke-brand" />
          </svg>
          {mapTexts.vagueKey}
        </span>
      )}
    </figcaption>
  );
}
