/** The running server, attacked over sockets: by other names, other sites, wrong tokens, and by what it does not take. */
import { expect, test } from 'vitest';
import { request, sendRaw } from './raw-request.ts';
import { expectRefused, ID, SECRETS, served } from './served.ts';

test('only its own names are answered: another that leads here does not (DNS rebinding)', async () => {
  const { server, get } = await served();
  const { port } = server;
  for (const Host of [`127.0.0.1:${port}`, `localhost:${port}`, `LocalHost:${port}`])
    expect((await get('/api/state', { Host })).status).toBe(200);
  const others = [
    'evil.example',
    `evil.example:${port}`,
    `127.0.0.1.evil.example:${port}`,
    `localhost.evil.example:${port}`,
    `localhost.:${port}`,
    '127.0.0.1',
    'localhost',
    `127.0.0.1:${port + 1}`,
    `127.0.0.1:${port}:${port}`,
    `127.0.0.1:0${port}`,
    `127.1:${port}`,
    `127.0.0.2:${port}`,
    `0.0.0.0:${port}`,
    `[::1]:${port}`,
    `evil.example@127.0.0.1:${port}`,
    `127.0.0.1:${port}@evil.example`,
    `127.0.0.1:${port}, evil.example`,
    '',
  ];
  for (const Host of others)
    for (const target of ['/', '/api/state', `/pdf/${ID}`, `/?token=${SECRETS.token}`])
      expectRefused(await get(target, { Host }), [400, 421]);
});

test('one name, no more and no fewer', async () => {
  const { server, known } = await served();
  const lines = (...hosts: string[]): string =>
    `GET /api/state HTTP/1.1\r\n${hosts.map((host) => `Host: ${host}\r\n`).join('')}Cookie: ${known.Cookie}\r\nConnection: close\r\n\r\n`;
  expect((await sendRaw(server.port, lines(known.Host!))).status).toBe(200);
  for (const hosts of [
    [],
    [known.Host!, 'evil.example'],
    ['evil.example', known.Host!],
    [known.Host!, known.Host!],
  ])
    expectRefused(await sendRaw(server.port, lines(...hosts)), [400, 421]);
  expectRefused(
    await sendRaw(server.port, `GET /api/state HTTP/1.0\r\nCookie: ${known.Cookie}\r\n\r\n`),
    [421],
  );
});

test('other sites are not answered, whatever cookie their browser adds', async () => {
  const { server, get } = await served();
  const { port } = server;
  expect((await get('/api/state', { Origin: `http://127.0.0.1:${port}` })).status).toBe(200);
  const origins = [
    'http://evil.example',
    'null',
    `https://127.0.0.1:${port}`,
    `http://127.0.0.1:${port + 1}`,
    'http://127.0.0.1',
    `http://localhost:${port}`,
    `http://127.0.0.1:${port}.evil.example`,
    '',
  ];
  for (const Origin of origins) expectRefused(await get('/api/state', { Origin }), [403]);
  for (const site of ['cross-site', 'same-site', 'Same-Origin', ''])
    expectRefused(await get(`/pdf/${ID}`, { 'Sec-Fetch-Site': site }), [403]);
  // The address typed, or opened by another program.
  expect((await get('/', { 'Sec-Fetch-Site': 'none' })).status).toBe(200);
});

test('nothing without the cookie', async () => {
  const { server, get } = await served();
  const name = `bayan-preview-${server.port}`;
  const cookies = [
    '',
    `${name}=`,
    `${name}=${SECRETS.token}`,
    `${name}=${SECRETS.session}x`,
    `${name}=${SECRETS.session.slice(0, -1)}`,
    `bayan-preview-${server.port + 1}=${SECRETS.session}`,
    `x${name}=${SECRETS.session}`,
    SECRETS.session,
  ];
  for (const Cookie of cookies)
    for (const target of [
      '/',
      '/page/page.js',
      '/api/state',
      '/api/events',
      `/pdf/${ID}`,
      `/api/anchors/${ID}`,
      '/x',
    ])
      expectRefused(await get(target, { Cookie }), [403]);
  expect((await get('/api/state', { Cookie: `a=b; ${name}=${SECRETS.session}; c=d` })).status).toBe(200);
});

test('no token but the right one gives it, and that of the browser once', async () => {
  const { get } = await served();
  const tokens = [
    '',
    'x',
    SECRETS.session,
    SECRETS.token.toUpperCase(),
    `${SECRETS.token}x`,
    '%00',
    'a'.repeat(3000),
  ];
  for (const token of tokens) {
    const answer = await get(`/?token=${token}`, { Cookie: '' });
    expectRefused(answer, [403]);
    expect(answer.headers).not.toHaveProperty('set-cookie');
  }
  // Not at other addresses.
  expectRefused(await get(`/api/state?token=${SECRETS.token}`, { Cookie: '' }), [403]);
  const opens = async (token: string): Promise<number> =>
    (await get(`/?token=${token}`, { Cookie: '' })).status;
  expect([await opens(SECRETS.openingToken), await opens(SECRETS.openingToken)]).toEqual([303, 403]);
  expect([await opens(SECRETS.token), await opens(SECRETS.token)]).toEqual([303, 303]);
});

test('nothing can be sent to it', async () => {
  const { server, get, known } = await served();
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND'])
    expect(await get('/api/state', {}, method)).toMatchObject({
      status: 405,
      headers: { allow: 'GET, HEAD' },
    });
  expect((await get('127.0.0.1:80', {}, 'CONNECT')).status).toBe(0);
  const body = (header: string, content: string): string =>
    request('/api/state', known).replace('\r\n\r\n', `\r\n${header}\r\n\r\n${content}`);
  expectRefused(await sendRaw(server.port, body('Content-Length: 4', 'body')), [400]);
  expectRefused(
    await sendRaw(server.port, body('Transfer-Encoding: chunked', '4\r\nbody\r\n0\r\n\r\n')),
    [400],
  );
  const both = body('Content-Length: 0\r\nTransfer-Encoding: chunked', '0\r\n\r\n');
  expectRefused(await sendRaw(server.port, both), [400]);
});

test('each answer forbids what the page does not do', async () => {
  const { get, known } = await served();
  const { Cookie } = known;
  const answers = [
    await get('/'),
    await get('/api/state'),
    await get(`/pdf/${ID}`),
    await get('/nothing'),
    await get('/', { Cookie: `${Cookie}x` }),
    await get('/', { Host: 'evil.example' }),
    await get(`/?token=${SECRETS.token}`),
    await get('/', {}, 'POST'),
  ];
  for (const { headers } of answers) {
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
    });
    const policy = headers['content-security-policy']!;
    expect(policy).toContain("default-src 'none'");
    // A PDF alone is printed from a frame, and that only in the page itself.
    const isPdf = headers['content-type'] === 'application/pdf';
    expect(policy).toMatch(isPdf ? /; frame-ancestors 'self'$/ : /; frame-ancestors 'none'$/);
    expect(headers['x-frame-options']).toBe(isPdf ? 'SAMEORIGIN' : 'DENY');
    expect(policy).toMatch(/script-src 'self'(;|$)/);
    expect(policy).not.toMatch(/unsafe|\*|blob:|data:|https?:/);
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  }
});
