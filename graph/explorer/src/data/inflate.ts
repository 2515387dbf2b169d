/** The payload inside the page: base64 of gzip of JSON, taken apart without leaving the page. */

import { FORM, type Payload } from "./payload";

/** Return what an element holds, decoded and inflated. */
export async function inflated(id: string): Promise<Uint8Array> {
  const holder = document.getElementById(id);
  if (!holder) throw new Error(`the page has no #${id}`);
  const text = holder.textContent ?? "";
  holder.remove(); // a megabyte of text that nobody needs twice
  const packed = Uint8Array.from(atob(text.trim()), (sign) => sign.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Return the payload of the page. */
export async function readPayload(): Promise<Payload> {
  const payload = JSON.parse(new TextDecoder().decode(await inflated("payload"))) as Payload;
  if (payload.form !== FORM) throw new Error(`the data has form ${payload.form}, not ${FORM}`);
  return payload;
}
