/** Keccak-256 with the padding of the competition, which Ethereum kept; SHA3-256 of FIPS 202 pads otherwise. */

const RATE = 136;
const MASK = (1n << 64n) - 1n;

/** The digest of ASCII text, 64 hexadecimal digits. For single addresses: plain, not fast. */
export function keccak256(text: string): string {
  const blocks = Math.floor(text.length / RATE) + 1;
  const bytes = new Uint8Array(blocks * RATE);
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
  bytes[text.length]! ^= 0x01;
  bytes[bytes.length - 1]! ^= 0x80;
  const view = new DataView(bytes.buffer);
  let state: bigint[] = Array.from({ length: 25 }, () => 0n);
  for (let block = 0; block < blocks; block += 1) {
    for (let lane = 0; lane < RATE / 8; lane += 1)
      state[lane]! ^= view.getBigUint64(block * RATE + lane * 8, true);
    state = permute(state);
  }
  const digest = new DataView(new ArrayBuffer(32));
  for (let lane = 0; lane < 4; lane += 1) digest.setBigUint64(lane * 8, state[lane]!, true);
  return Array.from({ length: 32 }, (_, at) => digest.getUint8(at).toString(16).padStart(2, '0')).join('');
}

/** Keccak-f[1600]: 24 rounds of theta, rho and pi, chi, iota; lane x, y lies at x + 5y. */
function permute(from: readonly bigint[]): bigint[] {
  let lanes = [...from];
  let register = 1;
  for (let round = 0; round < 24; round += 1) {
    const columns = [0, 1, 2, 3, 4].map(
      (x) => lanes[x]! ^ lanes[x + 5]! ^ lanes[x + 10]! ^ lanes[x + 15]! ^ lanes[x + 20]!,
    );
    lanes = lanes.map((lane, at) => lane ^ columns[(at + 4) % 5]! ^ turn(columns[(at + 1) % 5]!, 1));
    let [x, y] = [1, 0];
    let moving = lanes[1]!;
    for (let step = 0; step < 24; step += 1) {
      [x, y] = [y, (2 * x + 3 * y) % 5];
      const at = x + 5 * y;
      const held = lanes[at]!;
      lanes[at] = turn(moving, (((step + 1) * (step + 2)) / 2) % 64);
      moving = held;
    }
    lanes = lanes.map((lane, at) => {
      const row = at - (at % 5);
      return lane ^ (~lanes[row + ((at + 1) % 5)]! & MASK & lanes[row + ((at + 2) % 5)]!);
    });
    for (let bit = 0; bit < 7; bit += 1) {
      if (register & 1) lanes[0]! ^= 1n << BigInt((1 << bit) - 1);
      register = register & 0x80 ? ((register << 1) ^ 0x171) & 0xff : register << 1;
    }
  }
  return lanes;
}

function turn(lane: bigint, by: number): bigint {
  return ((lane << BigInt(by)) | (lane >> BigInt(64 - by))) & MASK;
}
