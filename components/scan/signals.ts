/** The occasions that sound different. */
export type Signal = 'supply' | 'done' | 'rescan' | 'set-aside';

interface Tone {
  readonly hertz: number;
  readonly startMs: number;
  readonly lengthMs: number;
  readonly wave: OscillatorType;
}

/** Rising and short for good, two level tones for once more, three low ones for stop: distinct without seeing. */
const TONES: Record<Signal, readonly Tone[]> = {
  supply: [
    { hertz: 784, startMs: 0, lengthMs: 90, wave: 'sine' },
    { hertz: 1175, startMs: 100, lengthMs: 140, wave: 'sine' },
  ],
  done: [{ hertz: 1568, startMs: 0, lengthMs: 90, wave: 'sine' }],
  rescan: [
    { hertz: 520, startMs: 0, lengthMs: 120, wave: 'triangle' },
    { hertz: 520, startMs: 200, lengthMs: 120, wave: 'triangle' },
  ],
  'set-aside': [
    { hertz: 233, startMs: 0, lengthMs: 220, wave: 'sawtooth' },
    { hertz: 220, startMs: 300, lengthMs: 220, wave: 'sawtooth' },
    { hertz: 196, startMs: 600, lengthMs: 420, wave: 'sawtooth' },
  ],
};

const VIBRATION: Record<Signal, readonly number[]> = {
  supply: [40],
  done: [20],
  rescan: [80, 80, 80],
  'set-aside': [300, 100, 300, 100, 300],
};

const LOUDNESS = 0.16;

let audio: AudioContext | undefined;

/** Sounds and vibrates, where the device can and may. Never throws: a verdict must not fail for its sound. */
export function giveSignal(signal: Signal, sound: boolean): void {
  navigator.vibrate?.([...VIBRATION[signal]]);
  if (!sound || typeof AudioContext === 'undefined') return;
  audio ??= new AudioContext();
  void audio.resume().catch(() => undefined);
  for (const tone of TONES[signal]) play(audio, tone);
}

function play(context: AudioContext, { hertz, startMs, lengthMs, wave }: Tone): void {
  const oscillator = context.createOscillator();
  const gain = context.createGain();
  const start = context.currentTime + startMs / 1000;
  const end = start + lengthMs / 1000;
  oscillator.type = wave;
  oscillator.frequency.value = hertz;
  // Faded at both ends, or the loudspeaker clicks.
  gain.gain.setValueAtTime(0, start);
  gain.gain.linearRampToValueAtTime(LOUDNESS, start + 0.01);
  gain.gain.setValueAtTime(LOUDNESS, end - 0.02);
  gain.gain.linearRampToValueAtTime(0, end);
  oscillator.connect(gain).connect(context.destination);
  oscillator.start(start);
  oscillator.stop(end);
}
