'use client';

import { type RefObject, useEffect, useRef, useState } from 'react';
import { CLOSED_GATE, passSighting, resumeGate } from './camera-gate.ts';
import { loadDecoder } from './decode-frame.ts';
import type { DecodeFrame, Sighting } from './sighting.ts';

export type CameraStatus = 'off' | 'starting' | 'on' | 'refused' | 'none';

/** Ten looks a second leave the page time to answer. */
const FRAME_MS = 100;

interface Camera {
  readonly status: CameraStatus;
  readonly video: RefObject<HTMLVideoElement | null>;
}

/**
 * Shows the camera in the video element and reports each code that comes into view, once. While `looking` is
 * false the picture runs on and nothing is reported.
 */
export function useCamera(wanted: boolean, looking: boolean, onSeen: (seen: Sighting) => void): Camera {
  const video = useRef<HTMLVideoElement>(null);
  const [status, setStatus] = useState<CameraStatus>('off');
  const report = useRef(onSeen);
  report.current = onSeen;

  useEffect(() => {
    if (!wanted) {
      setStatus('off');
      return undefined;
    }
    const opened = openCamera(setStatus, video);
    return () => {
      void opened.then((stream) => {
        for (const track of stream?.getTracks() ?? []) track.stop();
      });
    };
  }, [wanted]);

  useEffect(() => {
    if (status !== 'on' || !looking) return undefined;
    const ended = new AbortController();
    void look(video, ended.signal, (seen) => report.current(seen));
    return () => ended.abort();
  }, [status, looking]);

  return { status, video };
}

async function openCamera(
  setStatus: (status: CameraStatus) => void,
  video: RefObject<HTMLVideoElement | null>,
): Promise<MediaStream | undefined> {
  setStatus('starting');
  try {
    const stream = await navigator.mediaDevices.getUserMedia({
      video: { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 720 } },
    });
    const element = video.current;
    if (element) {
      element.srcObject = stream;
      await element.play();
    }
    setStatus('on');
    return stream;
  } catch (reason) {
    const refused = reason instanceof DOMException && reason.name === 'NotAllowedError';
    setStatus(refused ? 'refused' : 'none');
    return undefined;
  }
}

let decoder: Promise<DecodeFrame> | undefined;
/** Outlives the pauses of looking, so that a pack still in view is not read twice. */
let gate = CLOSED_GATE;

async function look(
  video: RefObject<HTMLVideoElement | null>,
  ended: AbortSignal,
  report: (seen: Sighting) => void,
): Promise<void> {
  decoder ??= loadDecoder();
  const decode = await decoder;
  const canvas = new OffscreenCanvas(1, 1);
  gate = resumeGate(gate, performance.now());
  for (let attempt = 0; !ended.aborted; attempt++) {
    const frame = video.current ? frameOf(video.current, canvas) : undefined;
    for (const seen of frame ? await decode(frame, attempt) : []) {
      const passed = passSighting(gate, seen, performance.now());
      gate = passed.gate;
      if (passed.pass && !ended.aborted) report(seen);
    }
    await new Promise((resolve) => setTimeout(resolve, FRAME_MS));
  }
}

/** Lets the pack in view be read again: after “Scan again”. */
export function forgetSeen(): void {
  gate = CLOSED_GATE;
}

function frameOf(video: HTMLVideoElement, canvas: OffscreenCanvas): ImageData | undefined {
  const { videoWidth: width, videoHeight: height } = video;
  if (width === 0 || height === 0) return undefined;
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width;
    canvas.height = height;
  }
  const context = canvas.getContext('2d', { willReadFrequently: true });
  context?.drawImage(video, 0, 0);
  return context?.getImageData(0, 0, width, height);
}
