/** Names that are nearly right – of files, languages, kinds – are answered with what to type. */
import { expect, test } from 'vitest';
import { temporaryProject } from '../project/temporary-project.ts';
import { picture } from './event-project.ts';
import { bayan } from './run-bayan.ts';

const TEXT = '---\ntitle: A\ndate: 2024\nkinds: [notice]\n---\n\nText.\n';
const NOTICE = '<document margin="9mm"><title>{{title}}</title>{{{body}}}</document>';

async function build(files: Readonly<Record<string, string | Uint8Array>>, ...args: string[]) {
  const folder = temporaryProject({ 'templates/notice.hbs': NOTICE, 'content/water/en.md': TEXT, ...files });
  const { code, err, out } = await bayan(folder.root, ['build', ...args], { engine: undefined });
  return { code, err, out };
}

test.each<[string, string, string]>([
  ['content/water/ur.txt', '"ur.txt" is not read', 'rename it to ur.md'],
  ['content/water/ur.md.txt', '"ur.md.txt" is not read', 'rename it to ur.md'],
  ['content/water/dari.txt', '"dari.txt" is not read', 'rename it to fa-AF.md'],
  ['content/water/ps.MD', '"ps.MD" is not read', 'rename it to ps.md'],
  ['content/water/fa_AF.markdown', '"fa_AF.markdown" is not read', 'rename it to fa-AF.md'],
  ['content/water/ar.docx', '"ar.docx" is not read', 'copy its words into ar.md'],
  ['content/report.docx', '"report.docx" is not read', 'copy its words into content/report/en.md'],
  ['content/ur.txt', '"ur.txt" is not read', 'move it to content/my-document/ur.md'],
  ['content/air/final.docx', '"final.docx" is not read', 'copy its words into en.md'],
  ['content/air.md', '"air.md" is not read', 'move it to content/air/en.md'],
])('%s is not passed over in silence', async (file, message, hint) => {
  const { err, code } = await build({ [file]: TEXT });
  expect(err).toContain(`warning[content-name]: ${message}`);
  expect(err).toContain(hint);
  expect(code).toBe(0);
});

test('a project that is its own content folder is told paths from there', async () => {
  const { err } = await build({ 'bayan.yaml': 'content: .\n', 'water/en.md': TEXT, 'air.md': TEXT }, 'water');
  expect(err).toContain('air.md warning[content-name]: "air.md" is not read');
  expect(err).not.toContain('/air.md');
  expect(err).toContain('hint: move it to air/en.md');
});

test('a project that is its own content folder, and has none, is named at its setting', async () => {
  const folder = temporaryProject({ 'bayan.yaml': 'content: .\n' });
  const { err } = await bayan(folder.root, ['build'], { engine: undefined });
  expect(err).toMatch(/^bayan\.yaml:1:10 error\[content-empty\]: there is no content to build/);
});

test('notes and pictures beside a text are nobody’s mistake', async () => {
  const { err } = await build({
    'content/README.md': 'x',
    'content/water/notes.txt': 'x',
    'content/water/pump.png': picture(),
    'content/water/sources.docx': 'x',
  });
  expect(err).toBe('');
});

test('a language called by its name is told its tag', async () => {
  expect((await build({ 'content/water/dari.md': TEXT })).err).toMatch(/water\/dari\.md.*\n.*fa-AF/);
  const { code, err } = await build({}, '--lang', 'urdu');
  expect(code).toBe(2);
  expect(err).toContain('Urdu is written ur');
});

test('a kind with capital letters is told the small ones', async () => {
  const { err } = await build({ 'content/water/en.md': TEXT.replace('[notice]', '[notice, Notice-A6]') });
  expect(err).toContain(
    'content/water/en.md:4:17 error[front-matter-invalid]: item 2 of “kinds” has capital letters',
  );
  expect((await build({ 'content/water/en.md': TEXT.replace('[notice]', '[Notice]') })).err).toContain(
    'hint: write notice',
  );
});

test('a picture of another case or spelling is named', async () => {
  const files = { 'content/water/photo.jpg': picture(), 'assets/Pump.PNG': picture() };
  const text = `${TEXT}\n![A](Photo.JPG)\n\n![B](assets/pump.png)\n\n![C](phto.jpg)\n`;
  const { err } = await build({ ...files, 'content/water/en.md': text });
  expect(err).toContain('did you mean “photo.jpg”?');
  expect(err).toContain('did you mean “assets/Pump.PNG”?');
  expect(err).toMatch(/there is no image “phto.jpg”[\s\S]*did you mean “photo.jpg”\?/);
});

test('addresses of mail and telephone are taken, or completed in the message', async () => {
  const wrong = await build({
    'content/water/en.md': `${TEXT}\n[mail](a@b.org), [us](www.b.org), [file](report.pdf)\n`,
  });
  expect(wrong.err).toContain('hint: write mailto:a@b.org');
  expect(wrong.err).toContain('hint: write https://www.b.org');
  expect(wrong.err).toContain('a PDF stands alone');
  const right = await build({
    'content/water/en.md': `${TEXT}\n[call](tel:+93 20 123 4567) or [this](<tel:+93 (0)20 123>)\n`,
  });
  expect(right).toMatchObject({ code: 0, err: '' });
});
