// Compiles every file of a folder with D2's own compiler; says which it does not take.
import { readdirSync, readFileSync } from 'node:fs';
import { D2 } from '@terrastruct/d2';

const d2 = new D2();
let refused = 0;
for (const name of readdirSync(process.argv[2]).sort()) {
  try {
    await d2.compile(readFileSync(`${process.argv[2]}/${name}`, 'utf8'));
  } catch (error) {
    refused++;
    console.log(`${name}: ${error.message ?? error}`);
  }
}
process.exit(refused ? 1 : 0);
