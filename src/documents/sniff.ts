/**
 * What bytes are: a page, plain text, or something binary that this version does not read. Goes by the first bytes, as
 * browsers do (WHATWG MIME Sniffing), and never by the name of the file.
 */

/** Opening bytes of formats that are not text; `later` says what to do instead. */
const SIGNATURES: readonly (readonly [bytes: readonly number[], name: string, remedy: string])[] = [
  [[0x25, 0x50, 0x44, 0x46, 0x2d], 'a PDF file', 'PDF comes in a later version: save its text and read that'],
  [
    [0x50, 0x4b, 0x03, 0x04],
    'a ZIP archive (perhaps DOCX, XLSX or ODT)',
    'save the document as text or HTML and read that',
  ],
  [[0x1f, 0x8b], 'a gzip archive', 'unpack it first'],
  [[0x42, 0x5a, 0x68], 'a bzip2 archive', 'unpack it first'],
  [[0xfd, 0x37, 0x7a, 0x58, 0x5a], 'an xz archive', 'unpack it first'],
  [[0x28, 0xb5, 0x2f, 0xfd], 'a Zstandard archive', 'unpack it first'],
  [[0x37, 0x7a, 0xbc, 0xaf], 'a 7z archive', 'unpack it first'],
  [[0x52, 0x61, 0x72, 0x21], 'a RAR archive', 'unpack it first'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'an old Microsoft Office file', 'save it as text or HTML and read that'],
  [[0x89, 0x50, 0x4e, 0x47], 'a PNG image', 'images are not read'],
  [[0xff, 0xd8, 0xff], 'a JPEG image', 'images are not read'],
  [[0x47, 0x49, 0x46, 0x38], 'a GIF image', 'images are not read'],
  [[0x52, 0x49, 0x46, 0x46], 'a RIFF file (WebP, WAV or AVI)', 'images, sound and film are not read'],
  [[0x49, 0x44, 0x33], 'an MP3 file', 'sound is not read'],
  [[0x4f, 0x67, 0x67, 0x53], 'an Ogg file', 'sound and film are not read'],
  [[0x7f, 0x45, 0x4c, 0x46], 'a program', 'programs are not read'],
  [[0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20], 'an SQLite database', 'databases are not read'],
];

/** Names a binary format and what to do about it; null when the bytes can be text. */
export function binaryFormat(bytes: Uint8Array): { name: string; remedy: string } | null {
  const known = SIGNATURES.find(([magic]) => magic.every((byte, at) => bytes[at] === byte));
  if (known !== undefined) return { name: known[1], remedy: known[2] };
  if (isUtf16(bytes)) return null;
  // NUL stands in no text but UTF-16 and UTF-32; the head of the file is enough to tell.
  return bytes.subarray(0, 4096).includes(0)
    ? { name: 'a binary file of an unknown format', remedy: 'give an HTML or plain text file' }
    : null;
}

/** Whether decoded text is HTML: a doctype or a tag of a page near its beginning. */
export function looksLikeHtml(text: string): boolean {
  const head = text.slice(0, 4096).replace(/^(?:\s|<!--[\s\S]*?-->|<\?xml[^>]*\?>)+/, '');
  if (
    /^<(?:!doctype\s+html|html|head|body|meta|title|script|article|main|div|p|h1|table|section)\b/i.test(head)
  ) {
    return true;
  }
  return (
    /<(?:html|body|head)[\s>]/i.test(head) ||
    (head.match(/<\/?(?:p|div|br|a|b|i|em|strong|span|li|h[1-6])\b[^<>]*>/gi)?.length ?? 0) >= 3
  );
}

function isUtf16(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}
