/**
 * Which network addresses are not the public internet's. A list, a page or a redirect must not make Cordon ask a machine
 * of the user's own network, so such addresses are refused, however they are written. Ranges: the IANA registries of
 * special-purpose addresses (RFC 6890 and its updates).
 */
import { BlockList, isIPv4, isIPv6 } from 'node:net';

type Range = readonly [network: string, prefix: number, what: string];

const RANGES_4: readonly Range[] = [
  ['0.0.0.0', 8, 'this machine'],
  ['10.0.0.0', 8, 'a private network'],
  ['100.64.0.0', 10, "a provider's inner network"],
  ['127.0.0.0', 8, 'this machine'],
  ['169.254.0.0', 16, 'a link-local address, where cloud machines keep their credentials'],
  ['172.16.0.0', 12, 'a private network'],
  ['192.0.0.0', 24, 'reserved'],
  ['192.0.2.0', 24, 'an address for documentation'],
  ['192.88.99.0', 24, 'reserved'],
  ['192.168.0.0', 16, 'a private network'],
  ['198.18.0.0', 15, 'a network for measurements'],
  ['198.51.100.0', 24, 'an address for documentation'],
  ['203.0.113.0', 24, 'an address for documentation'],
  ['224.0.0.0', 4, 'a group address'],
  ['240.0.0.0', 4, 'reserved'],
];

/** What of IPv6 is refused although it lies among the public addresses, or has a better name than "not public". */
const RANGES_6: readonly Range[] = [
  ['::', 128, 'this machine'],
  ['::1', 128, 'this machine'],
  ['fc00::', 7, 'a private network'],
  ['fe80::', 10, 'a link-local address'],
  ['ff00::', 8, 'a group address'],
  ['2001::', 23, 'reserved'],
  ['2001:db8::', 32, 'an address for documentation'],
  ['2002::', 16, 'a tunnel to an IPv4 address'],
  ['3fff::', 20, 'an address for documentation'],
];
const PUBLIC_6: Range = ['2000::', 3, 'public'];

/** IPv6 addresses that are an IPv4 address in another coat: mapped ones, and those of a NAT64 gateway (RFC 6052). */
const WRAPPED: readonly Range[] = [
  ['::ffff:0:0', 96, 'mapped'],
  ['64:ff9b::', 96, 'translated'],
];

const LOOPBACK = [toList(['127.0.0.0', 8, ''], 'ipv4'), toList(['::1', 128, ''], 'ipv6')] as const;
const LISTS_4 = RANGES_4.map((range) => ({ list: toList(range, 'ipv4'), what: range[2] }));
const LISTS_6 = RANGES_6.map((range) => ({ list: toList(range, 'ipv6'), what: range[2] }));
const LISTS_WRAPPED = WRAPPED.map((range) => toList(range, 'ipv6'));
const LIST_PUBLIC_6 = toList(PUBLIC_6, 'ipv6');

/**
 * Why an address is not to be asked.
 *
 * @param address IPv4 in dotted form or IPv6, without brackets
 * @returns what the address is, for a sentence; null for a public one
 */
export function privateKind(address: string): string | null {
  if (isIPv4(address)) return LISTS_4.find(({ list }) => list.check(address, 'ipv4'))?.what ?? null;
  if (!isIPv6(address)) return 'no address';
  if (address.includes('%')) return 'a link-local address';
  const wrapped = LISTS_WRAPPED.some((list) => list.check(address, 'ipv6'));
  if (wrapped) return privateKind(lastFourBytes(address));
  const found = LISTS_6.find(({ list }) => list.check(address, 'ipv6'));
  if (found !== undefined) return found.what;
  return LIST_PUBLIC_6.check(address, 'ipv6') ? null : 'not a public address';
}

/** Whether the host of a URL names this machine itself: such a host needs no encryption. */
export function isLoopbackHost(host: string): boolean {
  const bare = bareHost(host);
  if (isIPv4(bare)) return LOOPBACK[0].check(bare, 'ipv4');
  if (isIPv6(bare)) return LOOPBACK[1].check(bare, 'ipv6');
  return /^(?:[^.]+\.)*localhost\.?$/.test(bare);
}

/** A URL's host without the brackets of an IPv6 address. */
export function bareHost(host: string): string {
  return host.startsWith('[') ? host.slice(1, -1) : host;
}

function toList([network, prefix]: Range, family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList();
  list.addSubnet(network, prefix, family);
  return list;
}

/** The URL parser writes any IPv6 address in groups of hexadecimal digits: the last two are the IPv4 address. */
function lastFourBytes(address: string): string {
  const host = bareHost(new URL(`http://[${address}]/`).hostname);
  const [head = '', tail = ''] = host.split('::') as [string, string?];
  const groups = host.includes('::') ? tail.split(':') : head.split(':');
  const [high, low] = ['0', '0', ...groups].slice(-2).map((group) => Number.parseInt(group || '0', 16));
  return [high! >> 8, high! & 255, low! >> 8, low! & 255].join('.');
}
