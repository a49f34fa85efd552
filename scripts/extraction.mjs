// Reads the PDFs of every language with several readers and prints how many words each recovers
// (docs/text-extraction.md). `npm run extraction -- ur hi --missing` for two languages and their lost words.
import { importSource, root } from './bundle-source.mjs';

process.chdir(root);
await importSource('test/extraction/table.ts', 'extraction');
