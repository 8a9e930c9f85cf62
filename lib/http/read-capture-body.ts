import type { EpcisError } from '../epcis/epcis-error.ts';
import { type CaptureDocument, parseCaptureDocument } from '../epcis/parse-capture-document.ts';
import { parseCaptureXml } from '../epcis/xml/parse-capture-xml.ts';
import type { Json } from '../kernel/canonical-json.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { RECORDED_KINDS } from '../service/recorded-kinds.ts';
import type { ApiError } from './api-error.ts';
import { readJson } from './read-json.ts';
import { readXml } from './read-xml.ts';

/** 64 MiB, about 200,000 events of one pack. */
const MOST_CAPTURE_BYTES = 64 * 1024 * 1024;

/** A document that was read without fault. */
export interface CaptureBody {
  readonly document: CaptureDocument;
  /** Its JSON-LD: as it came, or made of the XML that came. */
  readonly json: Json;
  readonly bytes: Uint8Array;
}

type Reader = (request: Request) => Promise<Result<CaptureBody, ApiError>>;

const jsonBody: Reader = async (request) => {
  const body = await readJson(request, MOST_CAPTURE_BYTES);
  if (!body.ok) return body;
  const { value, bytes } = body.value;
  const document = parseCaptureDocument(value, RECORDED_KINDS);
  return document.ok
    ? ok({ document: document.value, json: value as Json, bytes })
    : err(faultOf(document.error));
};

const xmlBody: Reader = async (request) => {
  const body = await readXml(request, MOST_CAPTURE_BYTES);
  if (!body.ok) return body;
  const read = parseCaptureXml(body.value.text, RECORDED_KINDS);
  return read.ok ? ok({ ...read.value, bytes: body.value.bytes }) : err(faultOf(read.error));
};

const READERS: Readonly<Record<string, Reader>> = {
  'application/json': jsonBody,
  'application/ld+json': jsonBody,
  'application/xml': xmlBody,
  'text/xml': xmlBody,
};

/** Reads the document of a capture in JSON-LD 2.0, XML 2.0 or XML 1.2. The first fault is told, with a list of all. */
export async function readCaptureBody(request: Request): Promise<Result<CaptureBody, ApiError>> {
  const type = request.headers.get('content-type')?.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  const read = Object.hasOwn(READERS, type) ? READERS[type] : undefined;
  return read ? read(request) : err({ code: 'media-type/unsupported', path: 'Content-Type' });
}

function faultOf(faults: readonly EpcisError[]): ApiError {
  const [first] = faults;
  const errors = faults.map((fault): Json => ({ ...fault }));
  return { code: first?.code ?? 'epcis/not-json', ...first, members: { errors } };
}
