'use client';

import { type RefObject, useEffect, useRef, useState } from 'react';
import { type CameraControls, controlsOf, NO_CONTROLS, setCamera } from './camera-controls.ts';
import { CLOSED_GATE, passSighting, resumeGate } from './camera-gate.ts';
import { lookThroughCamera } from './look-through-camera.ts';
import type { Sighting } from './sighting.ts';

export type CameraStatus = 'off' | 'starting' | 'on' | 'refused' | 'none';

export interface Camera {
  readonly status: CameraStatus;
  readonly video: RefObject<HTMLVideoElement | null>;
  readonly controls: CameraControls;
  readonly light: (torch: boolean) => void;
  readonly near: (zoom: number) => void;
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
    gate = resumeGate(gate, performance.now());
    void lookThroughCamera(
      () => video.current,
      ended.signal,
      (seen) => {
        for (const each of seen) if (isNewlySeen(each)) report.current(each);
      },
    );
    return () => ended.abort();
  }, [status, looking]);

  return { status, video, ...useControls(status, video) };
}

/** Lamp and zoom of the camera that is open. */
function useControls(
  status: CameraStatus,
  video: RefObject<HTMLVideoElement | null>,
): Pick<Camera, 'controls' | 'light' | 'near'> {
  const [controls, setControls] = useState(NO_CONTROLS);
  const stream = (): MediaStream | undefined => {
    const source = video.current?.srcObject;
    return source instanceof MediaStream ? source : undefined;
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the stream is new whenever the status is
  useEffect(() => {
    const open = status === 'on' ? stream() : undefined;
    setControls(open ? controlsOf(open) : NO_CONTROLS);
  }, [status]);
  const set = async (wanted: { torch?: boolean; zoom?: number }) => {
    const open = stream();
    if (!open || !(await setCamera(open, wanted))) return;
    setControls((now) => ({
      torch: wanted.torch ?? now.torch,
      zoom: now.zoom && { ...now.zoom, now: wanted.zoom ?? now.zoom.now },
    }));
  };
  return { controls, light: (torch) => void set({ torch }), near: (zoom) => void set({ zoom }) };
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

/** Outlives the pauses of looking, so that a pack still in view is not read twice. */
let gate = CLOSED_GATE;

function isNewlySeen(seen: Sighting): boolean {
  const passed = passSighting(gate, seen, performance.now());
  gate = passed.gate;
  return passed.pass;
}

/** Lets the pack in view be read again: after “Scan again”. */
export function forgetSeen(): void {
  gate = CLOSED_GATE;
}
