// Opens pages in headless Chromium, notes what goes wrong there, looks at them in both themes and two widths, and asks axe-core about them.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
export const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync'],
});
export const wide = { viewport: { width: 1440, height: 900 } };

export async function open(page, options, hash = '', ready = 'h1') {
  const context = await browser.newContext(options);
  const tab = await context.newPage();
  const faults = [];
  tab.on('pageerror', error => faults.push(error.message));
  tab.on('console', message => { if (message.type() === 'error') { faults.push(message.text()); } });
  tab.on('request', request => { if (!request.url().startsWith('file:')) { faults.push('asks for ' + request.url()); } });
  await tab.goto('file://' + page + hash);
  await tab.waitForSelector(ready);
  return { tab, faults };
}

async function violations(tab) {
  await tab.evaluate(axe);
  const found = await tab.evaluate(() => globalThis.axe.run());
  return found.violations.filter(each => each.impact === 'serious' || each.impact === 'critical')
    .map(each => `${each.id}: ${each.nodes[0].html}`);
}

// Each view is a name, a page, where in it, and what is there when it is drawn; the pictures go into the folder.
export async function lookAt(folder, ...views) {
  for (const colorScheme of ['light', 'dark']) {
    for (const width of [1440, 390]) {
      for (const [name, page, hash, ready] of views) {
        const { tab, faults } = await open(page, { colorScheme, viewport: { width, height: 900 }, bypassCSP: true }, hash, ready);
        const [right, below] = await tab.evaluate(() => [document.documentElement.scrollWidth - innerWidth,
          document.documentElement.scrollHeight - innerHeight]);
        assert.ok(right <= 0, `${name} is ${right} px wider than ${width}`);
        assert.ok(width < 760 || below <= 0, `${name} has a second scroll bar, of ${below} px`);
        await tab.screenshot({ path: `${folder}/${name}-${colorScheme}-${width}.png` });
        assert.deepEqual(await violations(tab), []);
        assert.deepEqual(faults, []);
        await tab.context().close();
      }
    }
  }
}
