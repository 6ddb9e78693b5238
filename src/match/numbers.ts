/** Numbers of names that a slip of the pen, or one step, leads from one to the other: sisters as well as slips. */

/** Digits from which a number is no count any more but a name (Military Unit 26165). */
const LONG = 3;
const ZERO = 0x30;

/**
 * Whether two unlike numbers (their digits, no zero in front) are near: of one or two digits when they are one apart,
 * longer ones when one digit differs, is lost, or has changed places with its neighbour.
 */
export function areNear(one: string, other: string): boolean {
  const long = one.length >= other.length ? one : other;
  const short = long === one ? other : one;
  if (long.length < LONG) return Math.abs(countOf(one) - countOf(other)) === 1;
  if (short.length < LONG - 1 || long.length - short.length > 1) return false;
  let same = 0;
  while (same < short.length && one.charCodeAt(same) === other.charCodeAt(same)) same += 1;
  if (long.length > short.length) return endsAlike(long, same + 1, short, same);
  if (endsAlike(long, same + 1, short, same + 1)) return true;
  return (
    one.charCodeAt(same) === other.charCodeAt(same + 1) &&
    one.charCodeAt(same + 1) === other.charCodeAt(same) &&
    endsAlike(long, same + 2, short, same + 2)
  );
}

function countOf(digits: string): number {
  let value = 0;
  for (let at = 0; at < digits.length; at += 1) value = value * 10 + digits.charCodeAt(at) - ZERO;
  return value;
}

function endsAlike(one: string, from: number, other: string, to: number): boolean {
  if (one.length - from !== other.length - to) return false;
  for (let at = 0; from + at < one.length; at += 1)
    if (one.charCodeAt(from + at) !== other.charCodeAt(to + at)) return false;
  return true;
}
