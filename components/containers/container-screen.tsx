import Link from 'next/link';
import { EventLine } from '../pack/event-line.tsx';
import { containerAddress, packAddress } from '../page-addresses.ts';
import { containerTexts as texts } from '../texts/en/containers.ts';
import { Card } from '../ui/card.tsx';
import { ExpiryText } from '../ui/expiry-text.tsx';
import { FactList } from '../ui/fact-list.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { Pager } from '../ui/pager.tsx';
import type { ContainerContent, ContainerScreenProps } from './containers-data.ts';

/** One case or pallet: where it stands, what is in it, and what happened to it. */
export function ContainerScreen(props: ContainerScreenProps & { readonly firstHref: string | null }) {
  const { sscc, rows, inside, events } = props;
  return (
    <div className="mx-auto flex max-w-5xl flex-col gap-6">
      <PageHead
        title={
          <>
            {texts.heading} <span className="whitespace-nowrap font-mono">{sscc}</span>
          </>
        }
      >
        {texts.states[props.state]}
      </PageHead>
      <Card>
        <FactList
          facts={[
            [texts.facts.where, props.where],
            [texts.facts.state, props.closed ? texts.closed : texts.open],
            [texts.facts.contents, texts.contents(props.contents, props.packs)],
            ...(inside === null
              ? []
              : [
                  [
                    texts.facts.inside,
                    <Link
                      key="inside"
                      href={containerAddress(inside)}
                      className="break-all font-mono underline"
                    >
                      {inside}
                    </Link>,
                  ] as const,
                ]),
          ]}
        />
        {props.disputed && <p className="mt-4">{texts.disputed}</p>}
      </Card>
      <Card title={texts.inIt}>
        {rows.length === 0 && <p className="text-ink-soft">{texts.inItNone}</p>}
        <ul className="divide-y divide-line">
          {rows.map((row) => (
            <li key={row.kind === 'container' ? row.sscc : `${row.gtin}/${row.serial}`} className="py-2">
              <ContentLine row={row} />
            </li>
          ))}
        </ul>
        <Pager firstHref={props.firstHref} nextHref={props.nextHref} />
      </Card>
      <Card title={texts.history}>
        <EventLine events={events} logPath="/log" />
      </Card>
    </div>
  );
}

function ContentLine({ row }: { readonly row: ContainerContent }) {
  if (row.kind === 'container')
    return (
      <span className="flex flex-wrap items-baseline justify-between gap-x-4">
        <Link href={containerAddress(row.sscc)} prefetch={false} className="break-all font-mono underline">
          {texts.caseName(row.sscc)}
        </Link>
        <span className="figures text-ink-soft">{texts.casePacks(row.packs)}</span>
      </span>
    );
  return (
    <span className="flex flex-wrap items-baseline gap-x-4">
      <Link
        href={packAddress(row.gtin, row.serial)}
        prefetch={false}
        className="break-all font-mono underline"
      >
        {row.serial}
      </Link>
      <span>{row.productName}</span>
      <span className="font-mono text-ink-soft">{row.batch}</span>
      {row.expiry !== '' && <ExpiryText date={row.expiry} />}
    </span>
  );
}
