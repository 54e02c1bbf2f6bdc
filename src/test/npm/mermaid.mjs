// Parses every file of a folder with Mermaid's own parser; says which it does not take.
import { readdirSync, readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';

const window = new JSDOM('').window;
globalThis.window = window;
globalThis.document = window.document;
const { default: mermaid } = await import('mermaid');
mermaid.initialize({ startOnLoad: false, maxTextSize: 10_000_000, maxEdges: 100_000 });

let refused = 0;
for (const name of readdirSync(process.argv[2]).sort()) {
  try {
    await mermaid.parse(readFileSync(`${process.argv[2]}/${name}`, 'utf8'));
  } catch (error) {
    refused++;
    console.log(`${name}: ${error.message ?? error}`);
  }
}
process.exit(refused ? 1 : 0);
