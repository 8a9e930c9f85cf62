/** A path of this site, or `null` for anything that could lead elsewhere. */
export function localPath(path: unknown): string | null {
  if (typeof path !== 'string' || !/^\/(?![/\\])[\x21-\x7e]*$/.test(path)) return null;
  return path.includes('\\') ? null : path;
}
