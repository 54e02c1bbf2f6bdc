// Drives the page of a report in headless Chromium as a person would, and asks axe-core about it. Arguments: page, folder for screenshots.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';

const [page, folder] = process.argv[2].split('|');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync'],
});

async function open(options, hash = '') {
  const context = await browser.newContext(options);
  const tab = await context.newPage();
  const faults = [];
  tab.on('pageerror', error => faults.push(error.message));
  tab.on('console', message => { if (message.type() === 'error') { faults.push(message.text()); } });
  tab.on('request', request => { if (!request.url().startsWith('file:')) { faults.push('asks for ' + request.url()); } });
  await tab.goto('file://' + page + hash);
  await tab.waitForSelector('h1');
  return { tab, faults };
}

const heading = tab => tab.textContent('h1');
const wide = { viewport: { width: 1440, height: 900 } };

const { tab, faults } = await open(wide);
assert.match(await tab.textContent('#count'), /^\d+ Service ports$/);

// Search with the keyboard, and go to what was found.
await tab.keyboard.press('/');
await tab.keyboard.type('httpd-app');
assert.match(await tab.textContent('#count'), /^1 of \d+ Service ports$/);
await tab.keyboard.press('Enter');
await tab.waitForSelector('.picture svg');
assert.equal(await heading(tab), 'default/httpd-app');
assert.match(tab.url(), /#service=default%2Fhttpd-app/);

// Another address, and with the arrow key back again.
await tab.getByText('NodePort :31248', { exact: true }).last().click();
assert.match(tab.url(), /to=%3A31248/);
assert.match(await tab.textContent('.command'), /--dst :31248/);
await tab.keyboard.press('ArrowLeft');
assert.match(await tab.textContent('.command'), /--dst 10\.106\.113\.156:80/);
assert.ok(await tab.locator('tr.met').count() > 3, 'the rules that packets meet are marked');

// Down the list.
await tab.fill('#search', '');
await tab.focus('#search');
await tab.keyboard.press('ArrowDown');
await tab.keyboard.press('ArrowDown');
await tab.keyboard.press('Enter');
await tab.waitForFunction(() => document.querySelector('h1').textContent !== 'default/httpd-app');

// The theme.
const ground = () => tab.evaluate(() => getComputedStyle(document.body).backgroundColor);
const light = await ground();
await tab.click('#theme');
assert.notEqual(await ground(), light);
assert.deepEqual(faults, []);

// A deep link, in either theme and on a telephone; nothing serious for those who do not see it.
for (const colorScheme of ['light', 'dark']) {
  for (const width of [1440, 390]) {
    for (const [name, hash] of [['all', ''], ['cut', '#service=default%2Fhttpd-test']]) {
      const opened = await open({ colorScheme, viewport: { width, height: 900 }, bypassCSP: true }, hash);
      if (hash) {
        await opened.tab.waitForSelector('.picture svg');
        assert.equal(await heading(opened.tab), 'default/httpd-test');
        assert.match(await opened.tab.textContent('main'), /IPT001/);
      }
      const overflow = await opened.tab.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(overflow <= 0, `${name} is ${overflow} px wider than ${width}`);
      await opened.tab.screenshot({ path: `${folder}/${name}-${colorScheme}-${width}.png` });
      await opened.tab.evaluate(axe);
      const { violations } = await opened.tab.evaluate(() => globalThis.axe.run());
      const serious = violations.filter(each => each.impact === 'serious' || each.impact === 'critical');
      assert.deepEqual(serious.map(each => `${each.id}: ${each.nodes[0].html}`), []);
      assert.deepEqual(opened.faults, []);
      await opened.tab.context().close();
    }
  }
}
await browser.close();
