/** Which addresses are public, and which are somebody's own network, however they are written. */
import { isIPv4, isIPv6 } from 'node:net';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bareHost, isLoopbackHost, privateKind } from '../../../src/lists/fetch/addresses.js';

const hostOf = (url: string) => bareHost(new URL(url).hostname);

describe('an address', () => {
  it.each([
    ['127.0.0.1', 'this machine'],
    ['0.0.0.0', 'this machine'],
    ['10.1.2.3', 'a private network'],
    ['172.31.255.255', 'a private network'],
    ['192.168.0.1', 'a private network'],
    ['169.254.169.254', 'a link-local address, where cloud machines keep their credentials'],
    ['100.64.0.1', "a provider's inner network"],
    ['255.255.255.255', 'reserved'],
    ['224.0.0.1', 'a group address'],
    ['::1', 'this machine'],
    ['::', 'this machine'],
    ['fd00:ec2::254', 'a private network'],
    ['fe80::1', 'a link-local address'],
    ['fe80::1%eth0', 'a link-local address'],
    ['ff02::1', 'a group address'],
    ['::ffff:127.0.0.1', 'this machine'],
    ['::ffff:a00:1', 'a private network'],
    ['64:ff9b::a9fe:a9fe', 'a link-local address, where cloud machines keep their credentials'],
    ['64:ff9b:1::1', 'not a public address'],
    ['::7f00:1', 'not a public address'],
    ['2002:7f00:1::', 'a tunnel to an IPv4 address'],
    ['lists.example', 'no address'],
  ])('%s is %s', (address, kind) => expect(privateKind(address)).toBe(kind));

  it.each([
    '8.8.8.8',
    '172.15.0.1',
    '172.32.0.1',
    '100.63.0.1',
    '100.128.0.1',
    '11.0.0.0',
    '2606:4700::1111',
  ])('%s is public', (address) => expect(privateKind(address)).toBeNull());

  it.each([
    'http://2130706433/',
    'http://0177.0.0.1/',
    'http://0x7f.1/',
    'http://127.1/',
    'http://[::ffff:7f00:1]/',
    'http://[0:0:0:0:0:ffff:127.0.0.1]/',
    'http://①②⑦.⓪.⓪.①/',
  ])('%s is this machine', (url) => expect(privateKind(hostOf(url))).toBe('this machine'));
});

describe('properties', () => {
  /** The textbook's way: the address as a number, its first bits compared. */
  const privateByBits = (bytes: readonly number[]): boolean => {
    const value = bytes.reduce((sum, byte) => sum * 256 + byte, 0);
    const within = (network: string, prefix: number) => {
      const base = network.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
      return Math.floor(value / 2 ** (32 - prefix)) === Math.floor(base / 2 ** (32 - prefix));
    };
    return (
      ['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12'].some(
        (it) => within(it.split('/')[0]!, Number(it.split('/')[1])),
      ) ||
      ['192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15'].some((it) =>
        within(it.split('/')[0]!, Number(it.split('/')[1])),
      ) ||
      ['198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/3'].some((it) =>
        within(it.split('/')[0]!, Number(it.split('/')[1])),
      )
    );
  };
  const byte = fc.integer({ min: 0, max: 255 });
  const first = fc.oneof(byte, fc.constantFrom(0, 10, 100, 127, 169, 172, 192, 198, 203, 224));
  const second = fc.oneof(byte, fc.constantFrom(0, 16, 31, 51, 64, 88, 127, 168, 254));
  const four = fc.tuple(first, second, byte, byte);

  it('IPv4 agrees with its bits', () => {
    fc.assert(
      fc.property(four, (bytes) => (privateKind(bytes.join('.')) !== null) === privateByBits(bytes)),
      {
        numRuns: 2_000,
      },
    );
  });

  it('an IPv4 address is judged alike in every coat: as a number, in octal, mapped, behind NAT64', () => {
    fc.assert(
      fc.property(four, ([a, b, c, d]) => {
        const kind = privateKind(`${a}.${b}.${c}.${d}`);
        const number = ((a * 256 + b) * 256 + c) * 256 + d;
        const octal = [a, b, c, d].map((part) => `0${part.toString(8)}`).join('.');
        const hex = [a * 256 + b, c * 256 + d].map((part) => part.toString(16)).join(':');
        for (const url of [`http://${number}/`, `http://${octal}/`])
          expect(privateKind(hostOf(url))).toBe(kind);
        for (const address of [
          `::ffff:${a}.${b}.${c}.${d}`,
          `::FFFF:${hex}`,
          `0:0:0:0:0:ffff:${hex}`,
          `64:ff9b::${hex}`,
        ])
          expect(privateKind(address)).toBe(kind);
      }),
      { numRuns: 1_000 },
    );
  });

  it('IPv6 outside 2000::/3 is never public, and its spelling does not matter', () => {
    fc.assert(
      fc.property(fc.ipV6(), (address) => {
        const spelt = hostOf(`http://[${address}]/`);
        expect(privateKind(address)).toBe(privateKind(spelt));
        const top = Number.parseInt(spelt.split(':')[0] || '0', 16);
        const wrapped = spelt.startsWith('::ffff:') || spelt.startsWith('64:ff9b::');
        if (top >> 13 !== 1 && !wrapped) expect(privateKind(address)).not.toBeNull();
      }),
      { numRuns: 2_000 },
    );
  });

  it('no text at all passes as a public address unless it is one', () => {
    fc.assert(fc.property(fc.string(), (text) => privateKind(text) !== null || isIPv4(text) || isIPv6(text)));
  });
});

it('only this machine is asked without encryption', () => {
  for (const host of ['127.0.0.1', '127.9.9.9', '[::1]', 'localhost', 'lists.localhost'])
    expect(isLoopbackHost(host)).toBe(true);
  for (const host of ['10.0.0.1', 'localhost.example', '127.0.0.1.example', '[::2]', 'mylocalhost'])
    expect(isLoopbackHost(host)).toBe(false);
});
