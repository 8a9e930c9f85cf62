'use client';

import { Camera, CameraOff, Flashlight, FlashlightOff, Keyboard, Settings2 } from 'lucide-react';
import { scanTexts } from '../texts/en/scan.ts';
import { Button } from '../ui/button.tsx';
import { joinClasses } from '../ui/join-classes.ts';
import { HandScannerState } from './hand-scanner-state.tsx';
import type { CameraStatus, Camera as OpenCamera } from './use-camera.ts';

const { ready } = scanTexts;

interface CameraViewProps {
  readonly camera: OpenCamera;
  /** What is being asked just now, shown over the picture. */
  readonly busy: string | undefined;
  readonly count: string | undefined;
  readonly onType: () => void;
  readonly onSettings: () => void;
}

/** The camera's picture with a frame to aim by; without a camera, what works instead. */
export function CameraView({ camera, busy, count, onType, onSettings }: CameraViewProps) {
  const { video, status } = camera;
  const on = status === 'on';
  const Icon = on ? Camera : CameraOff;
  return (
    <section className="overflow-hidden rounded-card border border-line bg-surface">
      <div className="relative aspect-[4/3] bg-sunken sm:aspect-video">
        <video
          ref={video}
          muted
          playsInline
          aria-label={ready.videoLabel}
          className={joinClasses('size-full object-cover', !on && 'invisible')}
        />
        {on ? <AimingFrame /> : <NoPicture status={status} />}
        <CameraButtons {...camera} />
        {busy !== undefined && (
          <p className="absolute inset-x-0 bottom-0 animate-rise bg-ink p-3 text-center font-semibold text-canvas text-lead">
            {busy}
          </p>
        )}
      </div>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 p-3 sm:px-4">
        <p className="flex flex-wrap items-center gap-2 text-ink-soft text-note">
          <HandScannerState />
          <Icon size={16} aria-hidden className="ms-2" />
          {status === 'none' || status === 'refused' ? ready.camera.off : ready.camera[status]}
        </p>
        {count !== undefined && <p className="font-semibold text-lead">{count}</p>}
        <div className="ms-auto flex gap-1">
          <Button kind="quiet" size="small" onClick={onType}>
            <Keyboard size={16} aria-hidden />
            {ready.typeIt}
          </Button>
          <Button
            kind="quiet"
            size="small"
            onClick={onSettings}
            aria-label={ready.settings}
            title={ready.settings}
          >
            <Settings2 size={16} aria-hidden />
          </Button>
        </div>
      </div>
    </section>
  );
}

/** Lamp and zoom, where the device has them. */
function CameraButtons({ controls, light, near }: OpenCamera) {
  const { torch, zoom } = controls;
  if (torch === undefined && !zoom) return null;
  const Lamp = torch ? FlashlightOff : Flashlight;
  return (
    <div className="absolute end-3 bottom-3 flex items-center gap-3 rounded-full bg-black/70 p-1 text-white">
      {zoom && (
        <input
          type="range"
          aria-label={ready.zoom}
          className="ms-3 w-28 accent-white"
          min={zoom.min}
          max={zoom.max}
          step={(zoom.max - zoom.min) / 20}
          value={zoom.now}
          onChange={(event) => near(event.target.valueAsNumber)}
        />
      )}
      {torch !== undefined && (
        <button
          type="button"
          aria-pressed={torch}
          aria-label={ready.torch}
          className="flex size-11 items-center justify-center rounded-full"
          onClick={() => light(!torch)}
        >
          <Lamp size={20} aria-hidden />
        </button>
      )}
    </div>
  );
}

function AimingFrame() {
  return (
    <>
      <svg
        viewBox="0 0 100 100"
        aria-hidden="true"
        className="absolute inset-0 m-auto h-3/5 text-white drop-shadow"
      >
        <path
          d="M2 22V8a6 6 0 0 1 6-6h14M78 2h14a6 6 0 0 1 6 6v14M98 78v14a6 6 0 0 1-6 6H78M22 98H8a6 6 0 0 1-6-6V78"
          fill="none"
          stroke="currentColor"
          strokeWidth="3"
          strokeLinecap="round"
        />
      </svg>
      <p className="absolute inset-x-0 top-3 text-center">
        <span className="rounded-full bg-black/70 px-3 py-1 text-note text-white">{ready.cameraFrame}</span>
      </p>
    </>
  );
}

function NoPicture({ status }: { readonly status: CameraStatus }) {
  return (
    <div className="absolute inset-0 flex flex-col items-center justify-center gap-2 p-6 text-center">
      <p className="font-semibold text-title">{ready.heading}</p>
      <p className="max-w-sm text-ink-soft">{ready.handScanner}</p>
      {(status === 'refused' || status === 'none') && (
        <p className="max-w-sm text-ink-soft text-note">{ready.camera[status]}</p>
      )}
    </div>
  );
}
