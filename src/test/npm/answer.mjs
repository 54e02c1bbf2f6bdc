// Opens pages of one answer and of chains in headless Chromium, and asks axe-core about them. Arguments: answer, chains, folder for screenshots.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';

const [answer, chains, folder] = process.argv[2].split('|');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync'],
});

async function open(page, options, hash = '') {
  const context = await browser.newContext(options);
  const tab = await context.newPage();
  const faults = [];
  tab.on('pageerror', error => faults.push(error.message));
  tab.on('console', message => { if (message.type() === 'error') { faults.push(message.text()); } });
  tab.on('request', request => { if (!request.url().startsWith('file:')) { faults.push('asks for ' + request.url()); } });
  await tab.goto('file://' + page + hash);
  await tab.waitForSelector('.picture svg, table');
  return { tab, faults };
}

const wide = { viewport: { width: 1440, height: 900 } };

// One answer: the path of each source class, the answer in words, the rules that packets meet, what lint finds of them.
const { tab, faults } = await open(answer, wide);
assert.equal(await tab.textContent('h1'), 'tcp → 203.0.113.80:443 is shop/checkout:https');
assert.ok(!await tab.isVisible('nav') && !await tab.isVisible('#search'), 'there is nothing to choose among');
const tabs = tab.locator('fieldset label');
assert.equal(await tabs.count(), 2);
const before = await tab.innerHTML('.picture');
const met = () => tab.locator('tr.met').count();
const metBefore = await met();
await tab.focus('fieldset input:checked');
await tab.keyboard.press('ArrowRight');
await tab.waitForFunction(old => document.querySelector('.picture').innerHTML !== old, before);
assert.notEqual(await met(), metBefore);
assert.equal(await tab.evaluate(() => document.activeElement.name), 'from');
const link = new URL(tab.url()).hash;
assert.match(link, /^#from=from/);
assert.match(await tab.textContent('pre.words'), /^tcp → 203\.0\.113\.80:443 is shop\/checkout:https \(/);
assert.match(await tab.textContent('.command'), /^kube-nat trace --dst 203\.0\.113\.80:443 samples\/load-balancer\.rules$/);
const shown = await tab.innerHTML('.picture');
const linked = await open(answer, wide, link);
assert.equal(await linked.tab.innerHTML('.picture'), shown, 'the link leads to what was shown');
assert.deepEqual([...faults, ...linked.faults], []);

// What is printed: the picture and the words, and no buttons.
await tab.emulateMedia({ media: 'print' });
assert.ok(!await tab.isVisible('#theme') && await tab.isVisible('.picture svg'));
assert.equal(await tab.locator('fieldset label:visible').count(), 1);

// Chains: a click on one in the picture, and back to all.
const all = await open(chains, wide);
await all.tab.locator('svg text.link', { hasText: 'KUBE-SERVICES' }).first().click();
await all.tab.waitForSelector('table');
assert.equal(await all.tab.textContent('h1'), 'nat KUBE-SERVICES');
assert.match(await all.tab.textContent('main'), /Comes from.*nat PREROUTING/);
await all.tab.getByRole('link', { name: 'nat PREROUTING', exact: true }).last().click();
await all.tab.waitForFunction(() => document.querySelector('h1').textContent === 'nat PREROUTING');
await all.tab.fill('#search', 'default/httpd-test');
assert.match(await all.tab.textContent('#count'), /^1 of \d+ chains$/);
assert.deepEqual(all.faults, []);

for (const colorScheme of ['light', 'dark']) {
  for (const width of [1440, 390]) {
    for (const [name, page, hash] of [['answer', answer, ''], ['chains', chains, ''], ['chain', chains, '#service=nat+KUBE-SERVICES']]) {
      const opened = await open(page, { colorScheme, viewport: { width, height: 900 }, bypassCSP: true }, hash);
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
