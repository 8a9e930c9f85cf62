/** How a workstation likes to scan. Kept on the device. */
export interface ScanSettings {
  /** What a scan does while a pack that may be supplied is on the screen. */
  readonly nextScan: 'finish' | 'ask';
  /** Good packs are counted and passed; only exceptions stop. */
  readonly continuous: boolean;
  readonly sound: boolean;
  readonly camera: boolean;
}

export const DEFAULT_SETTINGS: ScanSettings = {
  nextScan: 'ask',
  continuous: false,
  sound: true,
  camera: true,
};

/** Reads kept settings; whatever is missing or odd takes its default. */
export function parseSettings(text: string | null): ScanSettings {
  const kept = objectOf(text);
  const flag = (name: 'continuous' | 'sound' | 'camera'): boolean => {
    const value = kept[name];
    return typeof value === 'boolean' ? value : DEFAULT_SETTINGS[name];
  };
  return {
    nextScan: kept['nextScan'] === 'finish' ? 'finish' : DEFAULT_SETTINGS.nextScan,
    continuous: flag('continuous'),
    sound: flag('sound'),
    camera: flag('camera'),
  };
}

function objectOf(text: string | null): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text ?? '');
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
