/** Events to pages that read, that read slowly, that do not read, and that are gone. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { type EventStreamOptions, EventStreams } from '../../src/preview/server/event-streams.ts';
import { connection } from './raw-request.ts';

async function streaming(options: EventStreamOptions = {}) {
  let newest = 'event 0\n';
  const streams = new EventStreams(() => newest, options);
  const answers: boolean[] = [];
  const server = createServer((_, response) => {
    answers.push(streams.add(response));
    if (!answers.at(-1)) response.end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    streams.close();
    server.close();
    server.closeAllConnections();
  });
  const listen = (): Socket => {
    const socket = connection((server.address() as AddressInfo).port);
    socket.setEncoding('utf8').write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
    return socket;
  };
  return {
    streams,
    answers,
    listen,
    publish(event: string): void {
      newest = event;
      streams.publish();
    },
  };
}

/** Reads until some words have come; gives all that has. */
async function read(socket: Socket, words: string): Promise<string> {
  let heard = '';
  const listener = (text: string): void => {
    heard += text;
  };
  socket.on('data', listener).resume();
  while (!heard.includes(words)) await once(socket, 'data');
  socket.off('data', listener);
  return heard;
}

test('one that does not read holds up nobody, and reads the newest in the end', async () => {
  const { listen, publish, streams } = await streaming();
  const [slow, quick] = [listen(), listen()];
  await read(slow, 'event 0');
  slow.pause();
  await read(quick, 'event 0');
  const filler = 'x'.repeat(1 << 19);
  for (let i = 1; i <= 30; i++) {
    publish(`${filler} event ${i}\n`);
    await read(quick, `event ${i}\n`);
  }
  expect(streams.size).toBe(2);
  const heard = await read(slow, 'event 30\n');
  // What was overtaken was never kept for it.
  expect(heard.match(/event \d+\n/g)!.length).toBeLessThan(30);
});

test('one that is gone is forgotten', async () => {
  const { listen, publish, streams } = await streaming();
  const [gone, other] = [listen(), listen()];
  await Promise.all([read(gone, 'event 0'), read(other, 'event 0')]);
  gone.destroy();
  for (let i = 1; streams.size > 1; i++) {
    publish(`event ${i}\n`);
    await read(other, `event ${i}\n`);
  }
  expect(streams.size).toBe(1);
});

test('a sign of life while nothing happens; one that takes none of them is let go', async () => {
  const { listen, publish, streams } = await streaming({ heartbeat: 20 });
  const stuck = listen();
  await read(stuck, ':\n\n:\n\n');
  stuck.pause();
  // More than the system keeps for it on the way.
  publish('x'.repeat(32 << 20));
  publish('event 2\n');
  const other = listen();
  await read(other, 'event 2');
  while (streams.size > 1) await read(other, ':\n\n');
  publish('event 3\n');
  await read(other, 'event 3');
});

test('no more than so many', async () => {
  const { listen, answers } = await streaming({ most: 2 });
  for (let i = 0; i < 2; i++) await read(listen(), 'event 0');
  const third = listen().resume();
  await once(third, 'data');
  expect(answers).toEqual([true, true, false]);
});
