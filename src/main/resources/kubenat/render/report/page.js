
// Choosing, and what the keys do.
const main = document.getElementById('main');
const search = document.getElementById('search');
const list = document.getElementById('services');
const sick = document.getElementById('sick');

index.services.forEach((service, number) => {
  service.number = number;
  service.text = [service.name, service.chain, service.health, ...service.addresses, ...service.endpoints].join(' ').toLowerCase();
  const link = element('a', { href: linkTo(service) }, healthWords(service), service.name,
    element('small', {}, service.addresses.map(address => address.replace(' ', '\u00a0')).join(' · ')));
  service.item = element('li', {}, link);
  service.link = link;
  list.append(service.item);
});

function filter() {
  const words = search.value.toLowerCase().split(/\s+/).filter(word => word);
  const sickOnly = sick.getAttribute('aria-pressed') === 'true';
  let shown = 0;
  for (const service of index.services) {
    const fits = words.every(word => service.text.includes(word)) && (!sickOnly || service.health);
    service.item.hidden = !fits;
    shown += fits ? 1 : 0;
  }
  const all = index.services.length;
  document.getElementById('count').textContent = shown === all ? counted(all, what) : `${shown} of ${counted(all, what)}`;
}

function shownServices() {
  return index.services.filter(service => !service.item.hidden);
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
    element('p', { className: 'facts' }, `${counted(index.services.length, 'chain')}${index.checks ? ': ' + sums() : ''}. Choose one to see its rules.`),
    picture, ...allFindings(), keys());
  document.title = `${index.title}: kube-nat`;
}

function overview() {
  main.replaceChildren(element('h1', {}, index.title),
    element('p', { className: 'facts' }, `${counted(index.services.length, what)}; ${counted(index.checks, 'check')}: ${sums()}. `
      + 'Choose a Service to see its path.'),
    ...allFindings(), ...notChecked(), keys());
  document.title = `kube-nat: ${index.title}`;
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
    main.append(...choices(service, views, view), element('p', {}, view.summary));
    left.append(drawn(view.picture, 'The path as a picture'), command(service, view));
  } else if (!isOfChains) {
    left.append(element('p', {}, isAnswer ? 'No packet is like that.' : 'No rule leads to it.'));
  }
  const right = element('div', { className: 'right' }, ...findingsOf(service));
  right.classList.toggle('urgent', right.querySelector('li.error, li.warning') !== null);
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

const sickCount = index.services.filter(service => service.health).length;
sick.hidden = sickCount === 0 || sickCount === index.services.length;
sick.textContent = `${sickCount} with errors or warnings`;
sick.addEventListener('click', () => {
  sick.setAttribute('aria-pressed', String(sick.getAttribute('aria-pressed') !== 'true'));
  filter();
});
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
  } else if (event.key === 'Escape' && search.value) {
    search.value = '';
    filter();
  } else if (event.key === 'Escape' && !isAnswer && location.hash.length > 1) {
    location.hash = '';
    main.focus();
  }
});
const theme = document.getElementById('theme');
function setTheme(name) {
  document.documentElement.dataset.theme = name;
  theme.textContent = name === 'dark' ? 'Light' : 'Dark';
}
theme.addEventListener('click', () => setTheme(document.documentElement.dataset.theme === 'dark' ? 'light' : 'dark'));
if (matchMedia('(prefers-color-scheme: dark)').matches) { setTheme('dark'); }
addEventListener('hashchange', () => route(false));
filter();
route(false);
