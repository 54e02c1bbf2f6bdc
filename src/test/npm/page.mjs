// Drives the page of a report as a person would. Arguments: page, page of a dump without endpoints, folder for screenshots.
import assert from 'node:assert/strict';
import { browser, lookAt, open, wide } from './browser.mjs';

const [page, refused, folder] = process.argv[2].split('|');
const heading = tab => tab.textContent('h1');

const { tab, faults } = await open(page, wide);
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

// Back to all findings, and from one of them to the Service that it is about.
await tab.keyboard.press('Escape');
await tab.waitForSelector('h2');
assert.equal(await heading(tab), 'samples/blog-cut.rules');
assert.match(await tab.textContent('main'), /6 Service ports; \d+ checks: 2 errors, 0 warnings, \d+ infos/);
await tab.getByRole('link', { name: 'default/httpd-test' }).last().click();
await tab.waitForSelector('.picture svg');
assert.equal(await heading(tab), 'default/httpd-test');
assert.ok(await tab.locator('.right').evaluate(right => right.offsetTop < document.querySelector('.left').offsetTop),
  'an error stands above the picture where there is no room beside it');

// Those alone that something is wrong with.
await tab.click('#sick');
assert.match(await tab.textContent('#count'), /^1 of 6 Service ports$/);
await tab.click('#sick');
assert.match(await tab.textContent('#count'), /^6 Service ports$/);

// The theme.
const ground = () => tab.evaluate(() => getComputedStyle(document.body).backgroundColor);
const light = await ground();
assert.equal(await tab.textContent('#theme'), 'Dark');
await tab.click('#theme');
assert.notEqual(await ground(), light);
assert.equal(await tab.textContent('#theme'), 'Light');
assert.deepEqual(faults, []);

// What is found at the rule that refuses a Service's packets is beside that Service.
const { tab: none } = await open(refused, wide, '#service=shop%2Fsearch%3Ahttp', '.picture svg');
assert.match(await none.textContent('.right'), /KN116/);

// A deep link, in either theme and on a telephone; nothing serious for those who do not see it.
await lookAt(folder, ['all', page, '', 'h2'], ['cut', page, '#service=default%2Fhttpd-test', '.picture svg']);
await browser.close();
