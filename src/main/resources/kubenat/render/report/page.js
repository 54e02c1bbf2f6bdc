
'use strict';
// What this page shows was answered by kube-nat; the script chooses, it does not trace.
const index = JSON.parse(document.getElementById('index').textContent);
const SERVICES_OF_A_BLOCK = 32;
const isAnswer = index.kind === 'answer';
const isOfChains = index.kind === 'chains';
const blocks = new Map();
const main = document.getElementById('main');
const search = document.getElementById('search');
const list = document.getElementById('services');

function element(name, properties, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties || {})) {
    if (key in made) { made[key] = value; } else { made.setAttribute(key, value); }
  }
  made.append(...children);
  return made;
}

async function unpackedText(id) {
  const packed = atob(document.getElementById(id).textContent);
  const bytes = Uint8Array.from(packed, c => c.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).text();
}

async function unpacked(number) {
  if (!blocks.has(number)) {
    const block = JSON.parse(await unpackedText(`block-${number}`));
    for (const view of block.services.flatMap(service => service.views)) {
      view.picture = view.picture.split(',').map(line => block.lines[line]).join('\n');
    }
    blocks.set(number, block.services);
  }
  return blocks.get(number);
}

async function contentOf(service) {
  const all = await unpacked(Math.floor(service.number / SERVICES_OF_A_BLOCK));
  return all[service.number % SERVICES_OF_A_BLOCK];
}

// Deep links: #service=default/web&to=:31248&from=from+outside; of one answer #from=from+outside alone.
function asked() {
  return new URLSearchParams(location.hash.slice(1));
}

function linkTo(service, view) {
  const words = new URLSearchParams(isAnswer ? {} : { service: service.name });
  if (index.services.some(other => other !== service && other.name === service.name)) {
    words.set('chain', service.chain || '');
  }
  if (view && !isAnswer) { words.set('to', view.destination); }
  if (view) { words.set('from', view.from); }
  return '#' + words;
}

function found(words) {
  return isAnswer ? index.services[0] : index.services.find(each => each.name === words.get('service')
    && (!words.has('chain') || words.get('chain') === (each.chain || '')));
}

function healthWords(service) {
  return service.health ? element('span', { className: `level ${service.health}` }, service.health + ' ') : '';
}

index.services.forEach((service, number) => {
  service.number = number;
  service.text = [service.name, service.chain, ...service.addresses, ...service.endpoints].join(' ').toLowerCase();
  const link = element('a', { href: linkTo(service) }, healthWords(service), service.name,
    element('small', {}, service.addresses.map(address => address.replace(' ', '\u00a0')).join(' · ')));
  service.item = element('li', {}, link);
  service.link = link;
  list.append(service.item);
});

function filter() {
  const words = search.value.toLowerCase().split(/\s+/).filter(word => word);
  let shown = 0;
  for (const service of index.services) {
    const fits = words.every(word => service.text.includes(word));
    service.item.hidden = !fits;
    shown += fits ? 1 : 0;
  }
  const all = index.services.length;
  const what = isOfChains ? 'chain' : 'Service port';
  document.getElementById('count').textContent =
    shown === all ? `${all} ${what}${all === 1 ? '' : 's'}` : `${shown} of ${all} ${what}s`;
}

function shownServices() {
  return index.services.filter(service => !service.item.hidden);
}

function worstFirst(numbers) {
  const order = ['error', 'warning', 'info'];
  return numbers.sort((a, b) => order.indexOf(index.findings[a].level) - order.indexOf(index.findings[b].level) || a - b);
}

function findings(numbers) {
  const items = numbers.map(number => {
    const finding = index.findings[number];
    const item = element('li', { className: finding.level },
      element('span', { className: `level ${finding.level}` }, finding.level), ` ${finding.message} `,
      element('span', { className: 'muted' }, `[${finding.id} ${finding.name}] ${finding.place}`));
    if (finding.rule) { item.append(element('pre', { tabIndex: 0 }, finding.rule)); }
    if (finding.packet) { item.append(element('div', {}, `packet: ${finding.packet}`)); }
    if (finding.help) { item.append(element('div', {}, `help: ${finding.help}`)); }
    return item;
  });
  return element('ul', { className: 'findings' }, ...items);
}

async function overviewOfChains() {
  const names = new Map(index.services.map(each => [each.name.split(' ').pop(), each]));
  const picture = drawn(await unpackedText('picture'), 'The chains as a picture');
  for (const text of picture.querySelectorAll('text')) {
    const item = names.get(text.textContent);
    if (item) {
      text.classList.add('link');
      text.addEventListener('click', () => { location.hash = linkTo(item); });
    }
  }
  main.replaceChildren(element('h1', {}, index.title),
    element('p', { className: 'facts' }, `${index.services.length} chains. Choose one to see its rules.`), picture);
  document.title = `${index.title}: kube-nat`;
}

function overview() {
  const sum = level => index.findings.filter(finding => finding.level === level).length;
  main.replaceChildren(element('h1', {}, index.title),
    element('p', { className: 'facts' }, `${index.services.length} Service ports. ${index.checks} checks: `
      + `errors ${sum('error')}, warnings ${sum('warning')}, infos ${sum('info')}. Choose a Service to see its path.`));
  if (index.findings.length) {
    main.append(element('h2', {}, 'Findings'), findings(worstFirst(index.findings.map((_, number) => number)).slice(0, 500)));
    if (index.findings.length > 500) {
      main.append(element('p', {}, `and ${index.findings.length - 500} more; kube-nat lint shows them`));
    }
  }
  if (index.notChecked.length) {
    main.append(element('h2', {}, 'Not checked'), element('ul', {}, ...index.notChecked.map(not =>
      element('li', {}, `${not.ids.join(' ')}: needs ${not.needs}`))));
  }
  document.title = `kube-nat: ${index.title}`;
}

function choice(name, words, values, chosen, choose) {
  const labels = values.map(value => {
    const input = element('input', { type: 'radio', name, value, checked: value === chosen });
    input.addEventListener('change', () => choose(value));
    return element('label', {}, input, value);
  });
  return element('fieldset', {}, element('legend', {}, words), ...labels);
}

function headed(words) {
  return words.map(word => element('th', { scope: 'col' }, word));
}

// The warmer, the more packets have met a rule, compared to the others of its chain.
function times(rule) {
  const cell = element('td', { className: 'number times' }, rule.times);
  cell.style.setProperty('--warmth', `${rule.part}%`);
  return cell;
}

function table(chain, isMet) {
  const counted = chain.rules.some(rule => rule.times);
  const head = element('tr', {}, ...headed(counted ? ['line', 'rule', 'met', 'text'] : ['line', 'rule', 'text']));
  const rows = chain.rules.map(rule => element('tr', { className: isMet(rule) ? 'met' : '' },
    element('td', { className: 'number' }, String(rule.line)),
    element('td', { className: 'number' }, String(rule.number)),
    ...(counted ? [times(rule)] : []),
    element('td', { className: 'rule' }, ...(isMet(rule) ? [element('span', { className: 'hidden' }, 'met: ')] : []), rule.text)));
  return element('table', {}, element('thead', {}, head), element('tbody', {}, ...rows));
}

function rules(content, view) {
  const met = new Set(view ? view.rules : []);
  const parts = [element('h2', {}, 'Rules')];
  if (view) { parts.push(element('p', { className: 'muted' }, 'Those that these packets meet are marked.')); }
  content.chains.forEach((chain, number) => {
    const isMet = rule => met.has(`${number}.${rule.number}`);
    if (view && !chain.rules.some(isMet)) { return; }
    const left = chain.size - chain.rules.length;
    parts.push(element('h3', {}, chain.name + (left ? ` (${left} other rules are not shown)` : '')), table(chain, isMet));
  });
  return parts;
}

function drawn(picture, words) {
  const svg = new DOMParser().parseFromString(picture, 'image/svg+xml').documentElement;
  return element('div', { className: 'picture', tabIndex: 0, role: 'region', ariaLabel: words }, document.importNode(svg, true));
}

function callers(names) {
  const links = names.map(name => {
    const item = index.services.find(each => each.name === name);
    return element('li', {}, item ? element('a', { href: linkTo(item) }, name) : name);
  });
  return links.length ? [element('h2', {}, 'Comes from'), element('ul', {}, ...links)] : [];
}

function command(service, view) {
  const proto = service.protocol && service.protocol !== 'tcp' ? ' --proto ' + service.protocol : '';
  return element('code', { className: 'command', tabIndex: 0 }, `kube-nat trace --dst ${view.destination}${proto} ${index.dump}`);
}

function facts(service) {
  const count = `${service.endpointCount} endpoint${service.endpointCount === 1 ? '' : 's'}`;
  const all = [service.chain, index.kind === 'report' ? count : '', ...service.facts].filter(each => each);
  return all.length ? [element('p', { className: 'facts' }, all.join(' · '))] : [];
}

function choices(service, views, view) {
  const same = views.filter(each => each.entry === view.entry);
  const go = next => { history.replaceState(null, '', linkTo(service, next)); route(true); };
  const entries = [...new Set(views.map(each => each.entry))];
  const from = choice('from', 'from', same.map(each => each.from.replace(/^from /, '')), view.from.replace(/^from /, ''), chosen =>
    go(same.find(each => each.from === 'from ' + chosen)));
  return isAnswer ? [from] : [choice('entry', 'to', entries, view.entry, entry =>
    go(views.find(each => each.entry === entry && each.from === view.from) || views.find(each => each.entry === entry))), from];
}

async function show(service, words) {
  const content = await contentOf(service);
  const views = content.views;
  const view = views.find(each => each.destination === words.get('to') && each.from === words.get('from'))
    || views.find(each => each.destination === words.get('to'))
    || views.find(each => isAnswer && each.from === words.get('from')) || views[0];
  main.replaceChildren(element('h1', {}, service.name), ...facts(service));
  const left = element('div', { className: 'left' });
  if (view) {
    left.append(...choices(service, views, view), element('p', {}, view.summary),
      drawn(view.picture, 'The path as a picture'), command(service, view));
  } else if (!isOfChains) {
    left.append(element('p', {}, isAnswer ? 'No packet is like that.' : 'No rule leads to it.'));
  }
  const right = element('div', { className: 'right' });
  if (service.findings.length) {
    right.append(element('h2', {}, 'Findings'), findings(worstFirst(service.findings.map(Number))));
  }
  main.append(element('div', { className: 'beside' }, left, right));
  if (content.text) {
    main.append(element('h2', {}, 'In words'), element('pre', { className: 'words', tabIndex: 0 }, content.text));
  }
  if (view || isOfChains) { main.append(...rules(content, view)); }
  main.append(...callers(content.callers));
  document.title = `${service.name}: kube-nat`;
}

async function route(keepFocus) {
  const words = asked();
  const service = found(words);
  const focused = document.activeElement && document.activeElement.name ? [document.activeElement.name, document.activeElement.value] : null;
  index.services.forEach(each => each.link.removeAttribute('aria-current'));
  if (service) {
    service.link.setAttribute('aria-current', 'page');
    service.item.scrollIntoView({ block: 'nearest' });
    await show(service, words);
  } else if (isOfChains) {
    await overviewOfChains();
  } else {
    overview();
  }
  if (keepFocus && focused) {
    const again = [...main.querySelectorAll('input')].find(input => input.name === focused[0] && input.value === focused[1]);
    if (again) { again.focus(); }
  } else {
    main.scrollTop = 0;
  }
}

search.addEventListener('input', filter);
search.addEventListener('keydown', event => {
  const first = shownServices()[0];
  if ((event.key === 'Enter' || event.key === 'ArrowDown') && first) {
    event.preventDefault();
    if (event.key === 'Enter') { location.hash = linkTo(first); main.focus(); } else { first.link.focus(); }
  }
});
list.addEventListener('keydown', event => {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  const shown = shownServices();
  const at = shown.findIndex(service => service.link === document.activeElement);
  if (step && at >= 0) {
    event.preventDefault();
    if (at + step < 0) { search.focus(); } else if (at + step < shown.length) { shown[at + step].link.focus(); }
  }
});
document.addEventListener('keydown', event => {
  if (event.key === '/' && !/^(INPUT|TEXTAREA)$/.test(event.target.tagName)) {
    event.preventDefault();
    search.focus();
    search.select();
  }
});
const theme = document.getElementById('theme');
function setTheme(name) {
  document.documentElement.dataset.theme = name;
  theme.setAttribute('aria-pressed', String(name === 'dark'));
}
theme.addEventListener('click', () => setTheme(document.documentElement.dataset.theme === 'dark' ? 'light' : 'dark'));
if (matchMedia('(prefers-color-scheme: dark)').matches) { setTheme('dark'); }
addEventListener('hashchange', () => route(false));
filter();
route(false);
