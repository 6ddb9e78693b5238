/** Blanks made single: lists break lines and double blanks wherever their layout did. */

const [SPACE, ASCII] = [32, 127];

/** Text with every run of blanks and line breaks made one blank. */
export function singleSpaced(text: string): string {
  return isSingleSpaced(text) ? text : text.replace(/\s+/g, ' ').trim();
}

/** Whether no blank but single ones inside is there, as in most texts; a loop is several times faster than a pattern. */
function isSingleSpaced(text: string): boolean {
  let before = SPACE;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charCodeAt(at);
    if (sign < SPACE || (sign === SPACE && before === SPACE)) return false;
    if (sign > ASCII) return !/[^\S ]| {2}|^ | $/.test(text);
    before = sign;
  }
  return text === '' || before !== SPACE;
}
