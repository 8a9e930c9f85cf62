import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The test material written by others. It is read where it stands and never copied into the repository. */
const VECTORS = fileURLToPath(new URL('../../../shared/vectors/', import.meta.url));

/** True where the test material is present. A clone without it says which tests it skips. */
export const haveVectors = existsSync(VECTORS);

/** The path of a file or folder of the test material. */
export const vectorPath = (path: string): string => `${VECTORS}${path}`;

/** The suffix of a test's name that tells why it is skipped. */
export const vectorsNote = haveVectors ? '' : ' (skipped: ../shared/vectors is absent)';
