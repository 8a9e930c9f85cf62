/** A segment of an address as it was before it was percent-encoded; a damaged one as it stands. */
export function decodedSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
