/** Who is at the keyboard, as the system knows them: what records and acceptances are signed with. */
import { userInfo } from 'node:os';

/** The user's name; in a container without a name for its user, the number. */
export function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return process.getuid === undefined ? 'unknown' : `uid ${process.getuid()}`;
  }
}
