/** Saving a file from the page, without a server. */

export function save(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** Return the positions of what is drawn. */
export function drawnAt(flags: Uint8Array): number[] {
  return Array.from(flags, (flag, at) => (flag ? at : -1)).filter((at) => at >= 0);
}

/** Return a text for XML: markup escaped, and what XML cannot hold left out. */
export function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;");
}
