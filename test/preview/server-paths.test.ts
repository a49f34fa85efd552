/** The running server, attacked over sockets: by paths that lead out, by files put in place of others, and by waiting. */
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { connection, request, sendRaw } from './raw-request.ts';
import { expectRefused, ID, PDF, served } from './served.ts';

test('no path gets out of what is served', async () => {
  const { get } = await served();
  const ways = [
    '..',
    '%2e%2e',
    '.%2e',
    '%2E.',
    '..%2f..',
    '..\\..',
    '..%5c..',
    '....//',
    '%252e%252e',
    '..;',
    '.',
  ];
  const files = ['secret.txt', 'out/manifest.json', 'manifest.json', 'page/notes.txt', 'notes.txt'];
  for (const room of ['', '/page', '/pdf', '/pdf/air', `/pdf/${ID}`, '/api/anchors', '/api'])
    for (const way of ways)
      for (const file of files) expectRefused(await get(`${room}/${way}/${file}`), [400, 404]);
}, 120_000);

test('addresses that are none of its own', async () => {
  const { get, folder, server } = await served();
  const targets = [
    `${folder.root}/secret.txt`,
    '/secret.txt',
    '/page/',
    '/page/index.html',
    '/page/notes.txt',
    '/page/folder.js',
    '/page/folder.js/inner.js',
    '/page/page.js/',
    '/page/page.js%00.html',
    '/page//page.js',
    '/page/./page.js',
    '/page/PAGE.JS',
    '/page%2fpage.js',
    '/pdf/air%2fen%2fplain',
    '/pdf/air/en/plain/',
    '/pdf//air/en/plain',
    '/pdf/air/en/plain%00',
    '/pdf/air/../air/en/plain',
    '/pdf/AIR/en/plain',
    '/pdf/air/air.en.plain.pdf',
    '/pdf/constructor',
    '/pdf/__proto__',
    '/pdf/%2e%2e%2fsecret.txt/en/plain',
    '/favicon.ico',
  ];
  for (const target of targets) expectRefused(await get(target), [404]);
  const misformed = [
    '*',
    'secret.txt',
    `http://127.0.0.1:${server.port}/api/state`,
    'http://evil.example/',
    'file:///etc/passwd',
    '/page/a b.js',
    '/page/\xff.js',
    '/page/\0.js',
  ];
  for (const target of misformed) expectRefused(await get(target), [400]);
});

test('what was put in place of a PDF is not served', async () => {
  const { get, folder, pdf } = await served();
  expect((await get(`/pdf/${ID}`)).body).toBe(PDF);
  const refuses = async (put: () => void): Promise<void> => {
    rmSync(pdf, { recursive: true, force: true });
    put();
    expectRefused(await get(`/pdf/${ID}`), [404]);
  };
  await refuses(() => undefined);
  await refuses(() => symlinkSync(folder.path('secret.txt'), pdf));
  await refuses(() => symlinkSync('../../secret.txt', pdf));
  await refuses(() => symlinkSync('air.en.plain.pdf', pdf));
  // A link to the very bytes is a link all the same.
  await refuses(() => {
    folder.write('copy.pdf', PDF);
    symlinkSync(folder.path('copy.pdf'), pdf);
  });
  await refuses(() => writeFileSync(pdf, PDF.replace('as', 'is')));
  await refuses(() => mkdirSync(pdf));
  await refuses(() => symlinkSync('/dev/zero', pdf));
  rmSync(pdf);
  writeFileSync(pdf, PDF);
  expect((await get(`/pdf/${ID}`)).body).toBe(PDF);
});

test('nor through a folder that leads out', async () => {
  const { get, folder } = await served();
  renameSync(folder.path('out/air'), folder.path('elsewhere'));
  symlinkSync(folder.path('elsewhere'), folder.path('out/air'));
  // The output folder holds what it held, but a link is no way in; here it stays in the project and leaves that folder.
  expectRefused(await get(`/pdf/${ID}`), [404]);
});

test.runIf(process.platform !== 'win32')('a pipe in place of a PDF keeps nobody waiting', async () => {
  const { get, pdf } = await served();
  rmSync(pdf);
  execFileSync('mkfifo', [pdf]);
  expectRefused(await get(`/pdf/${ID}`), [404]);
});

test('what is too long is refused, and what never ends is ended', async () => {
  const { server, get, known } = await served({ patience: 200 });
  expectRefused(await get(`/${'a'.repeat(5000)}`), [414]);
  expectRefused(await get('/', { Filler: 'a'.repeat(9000) }), [431]);
  const many = Object.fromEntries(Array.from({ length: 3000 }, (_, i) => [`H${i}`, '']));
  expectRefused(await get('/', many), [431]);
  for (const half of ['', 'G', 'GET / HTTP/1.1\r\n', request('/', known).slice(0, -2)]) {
    const socket = connection(server.port);
    socket.write(half);
    socket.resume();
    await once(socket, 'close');
  }
  expectRefused(await sendRaw(server.port, 'nonsense\r\n\r\n'), [400]);
  expectRefused(await sendRaw(server.port, '\x16\x03\x01\x02\0\x01\0\x01'), [0, 400]);
  expect((await get('/api/state')).status).toBe(200);
});

test('many connections are too many, and it answers again when they are gone', async () => {
  const { server, get } = await served();
  const sockets = Array.from({ length: 90 }, () => connection(server.port));
  const refused = sockets.map((socket) => once(socket.resume(), 'close'));
  await Promise.race(refused);
  for (const socket of sockets) socket.destroy();
  await Promise.all(refused);
  let status = 0;
  while (status !== 200) ({ status } = await get('/api/state'));
  expect(status).toBe(200);
});
