/** What the device's camera can do besides showing: a lamp, and nearing what is small. */
export interface CameraControls {
  /** Whether the lamp is lit; `undefined` where there is none. */
  readonly torch: boolean | undefined;
  /** The zoom set and its bounds; `undefined` where there is none. */
  readonly zoom: { readonly now: number; readonly min: number; readonly max: number } | undefined;
}

export const NO_CONTROLS: CameraControls = { torch: undefined, zoom: undefined };

/** Parts of the Media Capture Image specification that the compiler's library does not know. */
interface ImageCapabilities {
  readonly torch?: boolean;
  readonly zoom?: { readonly min: number; readonly max: number };
}

/** Asks the camera what it can do. Browsers that do not say have nothing. */
export function controlsOf(stream: MediaStream): CameraControls {
  const track = stream.getVideoTracks()[0];
  const can: MediaTrackCapabilities & ImageCapabilities = track?.getCapabilities?.() ?? {};
  const { zoom } = can;
  return {
    torch: can.torch ? false : undefined,
    zoom: zoom && zoom.max > zoom.min ? { now: zoom.min, min: zoom.min, max: zoom.max } : undefined,
  };
}

/** Sets lamp or zoom; false where the device refuses after all. */
export async function setCamera(
  stream: MediaStream,
  wanted: { readonly torch?: boolean; readonly zoom?: number },
): Promise<boolean> {
  try {
    // The names are of the Media Capture Image specification, which the compiler's library does not know.
    const advanced = [wanted as MediaTrackConstraintSet];
    await stream.getVideoTracks()[0]?.applyConstraints({ advanced });
    return true;
  } catch {
    return false;
  }
}
