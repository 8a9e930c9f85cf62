'use client';

import { announcementOf } from './announcement.ts';
import { ChangedScreen } from './changed-screen.tsx';
import { FailedScreen } from './failed-screen.tsx';
import type { KnownParts } from './judge-scan.ts';
import type { ScanScreenProps } from './scan-data.ts';
import { UnreadScreen } from './unread-screen.tsx';
import { forgetSeen } from './use-camera.ts';
import type { ScanControl } from './use-scan.ts';
import { VerdictScreen } from './verdict-screen.tsx';

interface ScanStageProps extends Pick<ScanScreenProps, 'place' | 'maySupply' | 'thisYear'> {
  readonly scan: ScanControl;
  readonly continuous: boolean;
  readonly onType: (known: KnownParts | undefined) => void;
}

/** What stands over the screen at each stage; nothing while a scan is awaited or asked for. */
export function ScanStage({ scan, place, maySupply, thisYear, continuous, onType }: ScanStageProps) {
  const { stage, waiting } = scan.state;
  const scanAgain = () => {
    forgetSeen();
    scan.next();
  };
  const label = announcementOf(stage, maySupply);
  switch (stage.at) {
    case 'judged':
    case 'changing':
      if (continuous && stage.answer.verdict === 'supply') return null;
      return (
        <VerdictScreen
          key={stage.entry.requestId}
          label={label}
          entry={stage.entry}
          busy={stage.at === 'changing'}
          answer={stage.answer}
          place={place}
          maySupply={maySupply}
          waiting={waiting !== undefined}
          onSupply={() => scan.change('supplied')}
          onSetAside={scan.setAside}
          onScanAgain={scanAgain}
          onNext={scan.next}
        />
      );
    case 'changed':
      return (
        <ChangedScreen
          label={label}
          answer={stage.answer}
          change={stage.change}
          onUndo={() => scan.change('active')}
          onNext={scan.next}
        />
      );
    case 'unread':
      return <UnreadScreen label={label} why={stage.why} onScanAgain={scanAgain} onType={onType} />;
    case 'failed':
      return (
        <FailedScreen
          label={label}
          pack={stage.entry.pack}
          problem={stage.problem}
          thisYear={thisYear}
          onRetry={scan.retry}
          onNext={scan.next}
        />
      );
    default:
      return null;
  }
}
