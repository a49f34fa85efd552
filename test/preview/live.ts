/** A small project that is previewed in this process. */
import { onTestFinished } from 'vitest';
import type { PreviewDocument, PreviewState } from '../../src/preview/protocol.ts';
import { type LiveOptions, LivePreview } from '../../src/preview/server/live-preview.ts';
import { BRAND, type TemporaryFolder, temporaryFolder } from '../project/temporary-project.ts';

export const TEMPLATE =
  '<document page-size="A6" margin="9mm"><title>{{inline title}}</title>{{{body}}}</document>';

/** A content file in the kind `plain`. */
export function text(body: string, more = ''): string {
  return `---\ntitle: Title\ndate: 2024\nkinds: [plain]\n${more}---\n\n${body}\n`;
}

export interface Live {
  readonly folder: TemporaryFolder;
  readonly preview: LivePreview;
  /** All states, in order. */
  readonly states: readonly PreviewState[];
  /** Waits for a state in which something is so; gives it. */
  until(what: string, isSo: (state: PreviewState) => boolean): Promise<PreviewState>;
  /** One document of the newest state. */
  document(id: string): PreviewDocument;
}

/** Built, looked at, and followed; ended after the test. */
export async function live(
  files: Readonly<Record<string, string | Uint8Array>>,
  options: Partial<LiveOptions> = {},
): Promise<Live> {
  const folder = temporaryFolder({
    'bayan.yaml': '',
    'brand.yaml': BRAND,
    'templates/plain.hbs': TEMPLATE,
    ...files,
  });
  const preview = new LivePreview({ root: folder.root, asked: {}, ...options });
  const states: PreviewState[] = [];
  const waiting = new Set<() => void>();
  preview.onChange(() => {
    states.push(preview.state);
    for (const look of waiting) look();
  });
  onTestFinished(() => preview.close());
  await preview.open();
  const following = preview.follow();
  onTestFinished(() => following);
  return {
    folder,
    preview,
    states,
    until: (what, isSo) =>
      new Promise((resolve, reject) => {
        const patience = setTimeout(() => {
          waiting.delete(look);
          reject(
            new Error(`${what}: not within half a minute\n${JSON.stringify(preview.state, undefined, 1)}`),
          );
        }, 30_000);
        const look = (): void => {
          if (!isSo(preview.state)) return;
          clearTimeout(patience);
          waiting.delete(look);
          resolve(preview.state);
        };
        waiting.add(look);
        look();
      }),
    document: (id) => documentIn(preview.state, id),
  };
}

/** One document of a state. */
export function documentIn({ publications }: PreviewState, id: string): PreviewDocument {
  const found = publications.flatMap(({ documents }) => documents).find((document) => document.id === id);
  if (!found) throw new Error(`there is no ${id}`);
  return found;
}
