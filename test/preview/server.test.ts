/** What the server of the preview gives to the page that it was opened for. */
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { connection, request, sendRaw } from './raw-request.ts';
import { ID, PDF, SECRETS, served } from './served.ts';

test('the token is exchanged for a cookie, and leaves the address', async () => {
  const { server, known } = await served();
  const { Host } = known;
  const answer = await sendRaw(server.port, request(`/?token=${SECRETS.token}`, { Host: Host! }));
  expect(answer.status).toBe(303);
  expect(answer.headers).toMatchObject({ location: '/', 'referrer-policy': 'no-referrer' });
  const cookie = answer.headers['set-cookie']!;
  expect(cookie).toBe(`bayan-preview-${server.port}=${SECRETS.session}; HttpOnly; SameSite=Strict; Path=/`);
  expect(cookie).not.toContain(SECRETS.token);
  const page = await sendRaw(server.port, request('/', { Host: Host!, Cookie: cookie.split(';')[0]! }));
  expect([page.status, page.body]).toEqual([200, '<!doctype html><title>Page</title>']);
});

test('a page, its script, the state, a PDF, anchors', async () => {
  const { get, digest } = await served();
  expect((await get('/')).headers['content-type']).toBe('text/html; charset=utf-8');
  expect((await get('/page/page.js')).headers['content-type']).toBe('text/javascript; charset=utf-8');
  expect(JSON.parse((await get('/api/state')).body)).toMatchObject({ revision: 1, organisation: 'Test' });
  expect((await get(`/pdf/${ID}?v=${digest}`)).body).toBe(PDF);
  expect((await get(`/pdf/${ID}`)).headers).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': "inline; filename*=UTF-8''air.en.plain.pdf",
  });
  const download = await get(`/pdf/${ID}?v=${digest}&download`);
  expect(download.headers['content-disposition']).toBe("attachment; filename*=UTF-8''air.en.plain.pdf");
  expect((await get(`/api/anchors/${ID}?v=${digest}`)).body).toBe('[]');
});

test('an older PDF than the newest is not there', async () => {
  const { get, digest } = await served();
  const older = digest.replace(/^./, (digit) => (digit === '0' ? '1' : '0'));
  for (const room of ['pdf', 'api/anchors'])
    for (const version of [older, '', 'x'])
      expect((await get(`/${room}/${ID}?v=${version}`)).status).toBe(404);
});

test('HEAD is told all but the body', async () => {
  const { get } = await served();
  const { status, headers, body } = await get(`/pdf/${ID}`, {}, 'HEAD');
  expect([status, headers['content-length'], body]).toEqual([200, String(PDF.length), '']);
  expect(await get('/api/events', {}, 'HEAD')).toMatchObject({ status: 200, body: '' });
});

test('each change is told at once, whole', async () => {
  const { server, source, known } = await served();
  const socket = connection(server.port);
  let heard = '';
  socket.setEncoding('utf8').on('data', (text: string) => (heard += text));
  const hears = async (words: string): Promise<void> => {
    while (!heard.includes(words)) await once(socket, 'data');
  };
  socket.write(request('/api/events', known));
  await hears('"organisation":"Test"');
  expect(heard).toContain('Content-Type: text/event-stream');
  source.change('Second');
  // Nothing else has had a turn: what is told before a build has left before it begins.
  await hears('"organisation":"Second"');
  expect(heard).toMatch(/id: 2\nevent: state\ndata: \{"revision":2,.*\}\n\n$/);
});

test('a port that is taken is refused with its reason', async () => {
  const { server } = await served();
  await expect(served({ port: server.port })).rejects.toThrow('EADDRINUSE');
});
