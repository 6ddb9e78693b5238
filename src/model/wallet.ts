/** Addresses of wallets: one spelling for those whose letters may be large or small, and what their checksums say. */
import { sha256 } from '../base/index.js';
import { keccak256 } from './keccak.js';

const BASE58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const BECH32 = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const HEX_ADDRESS = /^0x[0-9a-f]{40}$/i;
const SEGWIT = /^(bc|tb|ltc)1[02-9ac-hj-np-z]{6,90}$/;
/** Bitcoin 1 and 3, Litecoin L and M, Dogecoin D, Dash X, Bitcoin Gold G, TRON T, Zcash t1 and t3. */
const BASE58_CHECK =
  /^(?:[13LMDXG][1-9A-HJ-NP-Za-km-z]{25,33}|T[1-9A-HJ-NP-Za-km-z]{33}|t[13][1-9A-HJ-NP-Za-km-z]{33})$/;

/** An address as it is compared: small letters where case says nothing but a checksum, else as it stands. */
export function walletValue(text: string): string {
  const plain = text.trim();
  return HEX_ADDRESS.test(plain) || SEGWIT.test(plain.toLowerCase()) ? plain.toLowerCase() : plain;
}

/**
 * The checksum's word on an address as written; null where its form is not known or carries none, as an Ethereum
 * address in small letters.
 */
export function isWallet(text: string): boolean | null {
  const plain = text.trim();
  if (HEX_ADDRESS.test(plain)) return isMixedCaseAddress(plain.slice(2));
  // BIP 173: an address of both cases is none.
  if (SEGWIT.test(plain) || SEGWIT.test(plain.toLowerCase()))
    return (plain === plain.toLowerCase() || plain === plain.toUpperCase()) && isSegwit(plain.toLowerCase());
  return BASE58_CHECK.test(plain) ? isBase58Check(plain) : null;
}

/** EIP-55: a letter is large where the digit of the hash in its place is over 7. */
function isMixedCaseAddress(digits: string): boolean | null {
  if (digits === digits.toLowerCase() || digits === digits.toUpperCase()) return null;
  const hash = keccak256(digits.toLowerCase());
  return [...digits].every((sign, at) =>
    Number.parseInt(hash[at]!, 16) > 7 ? sign === sign.toUpperCase() : sign === sign.toLowerCase(),
  );
}

/** BIP 173 for version 0, BIP 350 (the other constant) for later ones. */
function isSegwit(text: string): boolean {
  const [prefix, data] = [text.slice(0, text.lastIndexOf('1')), text.slice(text.lastIndexOf('1') + 1)];
  const values = [...data].map((sign) => BECH32.indexOf(sign));
  const codes = [...prefix].map((sign) => sign.charCodeAt(0));
  const spread = [...codes.map((code) => code >> 5), 0, ...codes.map((code) => code & 31)];
  let sum = 1;
  for (const value of [...spread, ...values]) {
    const top = sum >>> 25;
    sum = ((sum & 0x1ffffff) << 5) ^ value;
    for (const [bit, factor] of [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3].entries())
      if ((top >>> bit) & 1) sum ^= factor;
  }
  return sum === (values[0] === 0 ? 1 : 0x2bc830a3);
}

/** Base58Check: the last four bytes are the first of a double SHA-256 over the rest. */
function isBase58Check(text: string): boolean {
  let number = 0n;
  for (const sign of text) number = number * 58n + BigInt(BASE58.indexOf(sign));
  const zeros = /^1*/.exec(text)![0].length;
  const hex = number.toString(16);
  const bytes = Uint8Array.from((hex.length % 2 === 0 ? hex : `0${hex}`).match(/../g) ?? [], (pair) =>
    Number.parseInt(pair, 16),
  );
  const whole = Uint8Array.from([...new Uint8Array(zeros), ...bytes]);
  if (whole.length < 25) return false;
  const payload = whole.subarray(0, -4);
  const digest = sha256(bytesOf(sha256(payload)));
  return digest.startsWith(
    [...whole.subarray(-4)].map((byte) => byte.toString(16).padStart(2, '0')).join(''),
  );
}

function bytesOf(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
