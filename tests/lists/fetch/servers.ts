/** Servers of this machine, for tests: they listen on any free port, and are closed with all their connections at the end. */
import { readFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const KEYS = fileURLToPath(new URL('./keys/', import.meta.url));
/** The certificate of the authority that signed the TLS server's; nobody trusts it who is not told to. */
export const AUTHORITY = join(KEYS, 'authority.pem');

/** A server: where it listens, the requests it saw, and its end. */
export type TestServer = {
  readonly url: string;
  readonly port: number;
  readonly seen: { readonly url: string; readonly headers: Readonly<Record<string, unknown>> }[];
  close(): Promise<void>;
};

/** A plain HTTP server. */
export function serve(answer: RequestListener): Promise<TestServer> {
  return start(answer, (listener) => createServer(listener), 'http');
}

/** An HTTPS server of `lists.example` and `other.example`. */
export function serveTls(answer: RequestListener): Promise<TestServer> {
  const key = readFileSync(join(KEYS, 'server.key'));
  const cert = readFileSync(join(KEYS, 'server.pem'));
  return start(answer, (listener) => createTlsServer({ key, cert }, listener), 'https');
}

/**
 * A proxy that leads every tunnel to one port of this machine, whatever host was asked for, and says which were; with
 * `refusal` it answers that status instead.
 */
export async function serveProxy(to: number, refusal?: number): Promise<TestServer> {
  const tunnels = new Set<Socket>();
  const seen: TestServer['seen'] = [];
  const server = createServer((_, response) => response.writeHead(405).end());
  server.on('connect', (request, socket: Socket) => {
    seen.push({ url: request.url ?? '', headers: request.headers });
    if (refusal !== undefined) return socket.end(`HTTP/1.1 ${refusal} No\r\n\r\n`);
    const far = connect(to, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      far.pipe(socket).pipe(far);
    });
    for (const one of [socket, far]) {
      tunnels.add(one);
      one.on('error', () => socket.destroy()).on('close', () => tunnels.delete(one));
    }
  });
  const port = await listen(server);
  const close = async () => {
    for (const one of tunnels) one.destroy();
    await end(server);
  };
  return { url: `http://127.0.0.1:${port}`, port, seen, close };
}

async function start(
  answer: RequestListener,
  make: (listener: RequestListener) => Server,
  scheme: string,
): Promise<TestServer> {
  const seen: TestServer['seen'] = [];
  const server = make((request, response) => {
    seen.push({ url: request.url ?? '', headers: request.headers });
    response.on('error', () => undefined);
    answer(request, response);
  });
  const port = await listen(server);
  return { url: `${scheme}://127.0.0.1:${port}`, port, seen, close: () => end(server) };
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

function end(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
