import { logResponse } from '../../../../lib/http/log-response.ts';
import { receiptFile } from '../../../../lib/service/log/receipt-file.ts';

/** The proof that an event is in the log (C2SP tlog-proof); 404 until it is included. */
export async function GET(
  request: Request,
  { params }: { readonly params: Promise<{ readonly event: string }> },
): Promise<Response> {
  const { event } = await params;
  return logResponse(request, await receiptFile(event));
}
