/** Reads a body of at most `limitBytes`, piece by piece, so that a lying `Content-Length` costs us nothing; `undefined` where it is larger. */
export async function readBytes(
  request: Request,
  limitBytes: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of request.body ?? []) {
    size += piece.length;
    if (size > limitBytes) return undefined;
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
