
// What the page is made of.
function healthWords(service) {
  return service.health ? element('span', { className: `level ${service.health}` }, service.health + ' ') : '';
}

// Where a finding is not beside what it is about, it links there.
function linksTo(number) {
  const few = concerned(number).slice(0, 5);
  const more = concerned(number).length - few.length;
  const links = few.flatMap(service => [element('a', { href: linkTo(service) }, service.name), ' ']);
  return few.length ? [element('div', {}, 'see ', ...links, more ? `and ${more} more` : '')] : [];
}

function findings(numbers, isLinked) {
  const items = numbers.map(number => {
    const finding = index.findings[number];
    const item = element('li', { className: finding.level },
      element('span', { className: `level ${finding.level}` }, finding.level), ` ${finding.message} `,
      element('span', { className: 'muted' }, `[${finding.id} ${finding.name}] ${finding.place}`));
    if (finding.rule) { item.append(element('pre', {}, finding.rule)); }
    if (finding.packet) { item.append(element('div', {}, `packet: ${finding.packet}`)); }
    if (finding.help) { item.append(element('div', {}, `help: ${finding.help}`)); }
    if (isLinked) { item.append(...linksTo(number)); }
    return item;
  });
  return element('ul', { className: 'findings' }, ...items);
}

function sums() {
  const sum = level => index.findings.filter(finding => finding.level === level).length;
  return ['error', 'warning', 'info'].map(level => counted(sum(level), level)).join(', ');
}

function allFindings() {
  const all = worstFirst(index.findings.map((_, number) => number));
  const left = all.length - MOST_FINDINGS;
  return all.length === 0 ? [] : [element('h2', {}, 'Findings'), findings(all.slice(0, MOST_FINDINGS), true),
    ...(left > 0 ? [element('p', {}, `and ${left} more; kube-nat lint shows them`)] : [])];
}

function findingsOf(service) {
  const general = isAnswer ? [] : worstFirst(ofAll());
  return [
    ...(service.findings.length
      ? [element('h2', {}, 'Findings'), findings(worstFirst(service.findings.map(Number)), false)] : []),
    ...(general.length && !isOfChains
      ? [element('h2', {}, 'Findings about all Services'), findings(general, false)] : [])];
}

function notChecked() {
  const ids = new Set(index.notChecked.flatMap(not => not.ids));
  return index.notChecked.length === 0 ? [] : [element('details', {},
    element('summary', {}, `${counted(ids.size, 'check')} not made, as they need more than was given`),
    element('ul', {}, ...index.notChecked.map(not => element('li', {}, `${not.ids.join(' ')}: needs ${not.needs}`))))];
}

function keys() {
  const key = name => element('kbd', {}, name);
  return element('p', { className: 'muted keys' }, 'Keys: ', key('/'), ' searches, ', key('↑'), ' ', key('↓'),
    ' go through the list, ', key('Enter'), ' chooses, ', key('Esc'), ' comes back here.');
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

