'use client';

import { Camera } from 'lucide-react';
import { useState } from 'react';
import type { Sighting } from '../scan/sighting.ts';
import { useCamera } from '../scan/use-camera.ts';
import { verifyTexts } from '../texts/en/verify.ts';
import { Button } from '../ui/button.tsx';
import { joinClasses } from '../ui/join-classes.ts';

const { camera: texts } = verifyTexts;

/** The camera, switched on by one press of the thumb. */
export function VerifyCamera({
  looking,
  onSeen,
}: {
  readonly looking: boolean;
  readonly onSeen: (seen: Sighting) => void;
}) {
  const [wanted, setWanted] = useState(false);
  const { status, video } = useCamera(wanted, looking, onSeen);
  const failed = status === 'refused' || status === 'none';
  return (
    <div className="flex flex-col gap-3">
      <div
        className={joinClasses(
          'relative aspect-square overflow-hidden rounded-card bg-sunken sm:aspect-video',
          (!wanted || failed) && 'hidden',
        )}
      >
        <video
          ref={video}
          muted
          playsInline
          aria-label={verifyTexts.videoLabel}
          className="size-full object-cover"
        />
        <p className="absolute inset-x-0 bottom-3 text-center">
          <span className="rounded-full bg-black/70 px-3 py-1 text-note text-white">
            {status === 'on' ? verifyTexts.frame : texts.starting}
          </span>
        </p>
      </div>
      {failed && <p className="font-medium">{texts[status]}</p>}
      <Button
        kind={wanted ? 'secondary' : 'primary'}
        size="large"
        onClick={() => setWanted(!wanted)}
        className="[@media(scripting:none)]:hidden"
      >
        <Camera size={22} aria-hidden />
        {wanted ? verifyTexts.stop : verifyTexts.scan}
      </Button>
    </div>
  );
}
