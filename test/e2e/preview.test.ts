/** The installed `bayan preview`: what a browser is given that has its address, and what nobody else is. */
import { request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Anchor, PreviewDocument, PreviewState } from '../../src/preview/protocol.ts';
import { pageText } from '../support/pdfium.ts';
import { BRAND, installedBayan, type Running, type WorkingFolder } from './installed-bayan.ts';

const text = (words: string): string =>
  `---\ntitle: Title\ndate: 2024\nkinds: [plain]\n---\n\nA first paragraph.\n\n${words}\n`;
const EN = 'air/en/plain';

const project = (): WorkingFolder =>
  installedBayan({
    'bayan.yaml': '',
    'brand.yaml': BRAND,
    'templates/plain.hbs':
      '<document page-size="A6" margin="9mm"><title>{{inline title}}</title>{{{body}}}</document>',
    'content/air/en.md': text('The air.'),
    'content/air/fa.md': text('هوا.'),
  });

interface Page {
  readonly address: string;
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Response>;
  state(): Promise<PreviewState>;
}

/** Opens the address that the command prints, as a browser does. */
async function opened(watching: Running): Promise<Page> {
  let url: string | undefined;
  for (let waited = 0; url === undefined; waited += 25) {
    if (waited > 30_000) throw new Error(`no address within half a minute\n${watching.printed()}`);
    await wait(25);
    url = /http:\/\/127\.0\.0\.1:\d+\/\?token=\S+/.exec(watching.printed())?.[0];
  }
  const first = await fetch(url, { redirect: 'manual' });
  const cookie = first.headers.get('set-cookie')!.split(';')[0]!;
  const address = new URL('/', url).href;
  const get = (path: string, headers = {}): Promise<Response> =>
    fetch(address + path, { headers: { cookie, ...headers } });
  return { address, get, state: async () => (await (await get('api/state')).json()) as PreviewState };
}

function documentIn({ publications }: PreviewState, id = EN): PreviewDocument {
  return publications.flatMap(({ documents }) => documents).find((document) => document.id === id)!;
}

/** Reads events until one is as it should be. */
async function nextState(page: Page, isSo: (state: PreviewState) => boolean): Promise<PreviewState> {
  const reader = (await page.get('api/events')).body!.pipeThrough(new TextDecoderStream()).getReader();
  let heard = '';
  for (;;) {
    const { value, done } = await reader.read();
    if (done) throw new Error('the events ended');
    heard += value;
    const events = heard.split('\n\n');
    heard = events.pop()!;
    for (const event of events) {
      const data = /^data: (.*)$/m.exec(event)?.[1];
      const state = data === undefined ? undefined : (JSON.parse(data) as PreviewState);
      if (!state || !isSo(state)) continue;
      await reader.cancel();
      return state;
    }
  }
}

test('the state, the PDFs and where their blocks are', async () => {
  const page = await opened(project().run('preview'));
  const { pdf, file, state } = documentIn(await page.state());
  expect([state, file, pdf!.pages.length]).toEqual(['fresh', 'content/air/en.md', 1]);
  const bytes = new Uint8Array(await (await page.get(`pdf/${EN}?v=${pdf!.digest}`)).arrayBuffer());
  expect(await pageText(bytes)).toContain('The air.');
  const anchors = (await (await page.get(`api/anchors/${EN}?v=${pdf!.digest}`)).json()) as Anchor[];
  expect(anchors.map(({ key, line }) => [key, line])).toEqual([
    ['title', 2],
    ['paragraph 1', 7],
    ['paragraph 2', 9],
  ]);
  const persian = (await (await page.get('api/anchors/air/fa/plain')).json()) as Anchor[];
  expect(persian.map(({ key }) => key)).toEqual(anchors.map(({ key }) => key));
});

test('a save, an error and its healing arrive at the page by themselves', async () => {
  const folder = project();
  const page = await opened(folder.run('preview'));
  const { digest } = documentIn(await page.state()).pdf!;
  const changed = nextState(page, (state) => documentIn(state).pdf!.digest !== digest);
  folder.write('content/air/en.md', text('Clear air.'));
  const after = documentIn(await changed).pdf!;
  expect(documentIn(await page.state(), 'air/fa/plain').state).toBe('fresh');
  const broken = nextState(page, (state) => documentIn(state).state === 'errors');
  folder.write('content/air/en.md', text('Clear ![air](air.png).'));
  const { pdf, diagnostics } = documentIn(await broken);
  expect([pdf!.digest, pdf!.outdated, diagnostics[0]!.line]).toEqual([after.digest, true, 9]);
  const healed = nextState(page, (state) => documentIn(state).state === 'fresh');
  folder.write('content/air/en.md', text('Clear air.'));
  expect(documentIn(await healed).pdf!.digest).toBe(after.digest);
});

/** The status of an answer to a request under another name, which `fetch` does not send. */
function statusFor(address: string, headers: Readonly<Record<string, string>>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(`${address}api/state`, { headers }, (response) => resolve(response.resume().statusCode))
      .on('error', reject)
      .end();
  });
}

test('another host name, another site and a browser without the cookie are refused', async () => {
  const page = await opened(project().run('preview'));
  expect(await statusFor(page.address, { Host: 'evil.example' })).toBe(421);
  expect((await page.get('api/state', { origin: 'http://evil.example' })).status).toBe(403);
  expect((await fetch(`${page.address}api/state`)).status).toBe(403);
  expect((await fetch(`${page.address}?token=guessed`)).status).toBe(403);
});

test('Ctrl-C ends it while a page listens', async () => {
  const watching = project().run('preview');
  const page = await opened(watching);
  const { body } = await page.get('api/events');
  const ended = body!.pipeTo(new WritableStream()).catch(() => undefined);
  expect(await watching.stop()).toBe(0);
  await ended;
});

test('wrong use is told, and ends it', () => {
  const folder = project();
  expect(folder.bayan('preview', 'arr')).toMatchObject({ code: 2, stderr: expect.stringContaining('"air"') });
  for (const port of ['0', 'x', '70000', '-1'])
    expect(folder.bayan('preview', '--port', port)).toMatchObject({ code: 2 });
});
