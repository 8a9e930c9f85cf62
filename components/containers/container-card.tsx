import { containerTexts as texts } from '../texts/en/containers.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import type { useContainer } from './use-container.ts';

interface ContainerCardProps {
  readonly container: Pick<ReturnType<typeof useContainer>, 'sscc' | 'state'>;
  readonly onOther: () => void;
}

/** The case or pallet that is worked on. */
export function ContainerCard({ container: { sscc, state }, onOther }: ContainerCardProps) {
  if (sscc === undefined)
    return (
      <Card title={texts.container}>
        <p className="font-semibold">{texts.none}</p>
        <p className="text-ink-soft">{texts.noneText}</p>
      </Card>
    );
  return (
    <Card title={texts.container}>
      <p className="break-all font-mono font-semibold text-lead">{sscc}</p>
      {state && (
        <div role="status" className="mt-3 flex flex-col gap-1">
          <p>{texts.states[state.state]}</p>
          {state.state !== 'new' && (
            <p className="figures text-ink-soft">
              {state.closed ? texts.closed : texts.open}. {texts.contents(state.contents, state.packs)}.
            </p>
          )}
          {state.disputed && <p className="text-ink-soft">{texts.disputed}</p>}
        </div>
      )}
      <div className="mt-4">
        <Button size="small" onClick={onOther}>
          {texts.other}
        </Button>
      </div>
    </Card>
  );
}
