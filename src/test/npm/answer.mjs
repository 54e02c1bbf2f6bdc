// Drives pages of one answer and of chains. Arguments: answer, chains, folder for screenshots.
import assert from 'node:assert/strict';
import { browser, lookAt, open, wide } from './browser.mjs';

const [answer, chains, folder] = process.argv[2].split('|');

// One answer: the path of each source class, the answer in words, the rules that packets meet, what lint finds of them.
const { tab, faults } = await open(answer, wide, '', '.picture svg');
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
const linked = await open(answer, wide, link, '.picture svg');
assert.equal(await linked.tab.innerHTML('.picture'), shown, 'the link leads to what was shown');
assert.deepEqual([...faults, ...linked.faults], []);

// What is printed: the picture and the words, and no buttons.
await tab.emulateMedia({ media: 'print' });
assert.ok(!await tab.isVisible('#theme') && await tab.isVisible('.picture svg'));
assert.equal(await tab.locator('fieldset label:visible').count(), 1);

// Chains: a click on one in the picture, and back to all.
const all = await open(chains, wide, '', '.picture svg');
await all.tab.locator('svg text.link', { hasText: 'KUBE-SERVICES' }).first().click();
await all.tab.waitForSelector('table');
assert.equal(await all.tab.textContent('h1'), 'nat KUBE-SERVICES');
assert.match(await all.tab.textContent('main'), /Comes from.*nat PREROUTING/);
await all.tab.getByRole('link', { name: 'nat PREROUTING', exact: true }).last().click();
await all.tab.waitForFunction(() => document.querySelector('h1').textContent === 'nat PREROUTING');
await all.tab.fill('#search', 'default/httpd-test');
assert.match(await all.tab.textContent('#count'), /^1 of \d+ chains$/);
assert.deepEqual(all.faults, []);

// What is found is at the chain that it is about.
await all.tab.keyboard.press('Escape');
await all.tab.keyboard.press('Escape');
await all.tab.waitForSelector('.picture svg');
assert.match(await all.tab.textContent('main'), /30 chains: 2 errors.*Findings.*IPT001/s);
await all.tab.getByRole('link', { name: 'nat KUBE-SVC-ZLFK63IBL3TQ6LW7', exact: true }).first().click();
await all.tab.waitForSelector('table');
assert.match(await all.tab.textContent('.right'), /IPT001/);
assert.deepEqual(all.faults, []);

await lookAt(folder, ['answer', answer, '', '.picture svg'], ['chains', chains, '', '.picture svg'],
  ['chain', chains, '#service=nat+KUBE-SERVICES', 'table']);
await browser.close();
