'use strict';
// What this page shows was answered by kube-nat; the script chooses, it does not trace.
const index = JSON.parse(document.getElementById('index').textContent);
const SERVICES_OF_A_BLOCK = 32;
const isAnswer = index.kind === 'answer';
const isOfChains = index.kind === 'chains';
const what = isOfChains ? 'chain' : 'Service port';
const MOST_FINDINGS = 500;
const blocks = new Map();

// A Service of both families, or with a port for each of two protocols, is there twice.
const namesakes = new Map();
index.services.forEach(service => namesakes.set(service.name, [...namesakes.get(service.name) || [], service]));

// A count with its word, such as "1 chain", "2 chains".
function counted(count, word) {
  return `${count.toLocaleString('en')} ${word}${count === 1 ? '' : 's'}`;
}

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
  if (namesakes.get(service.name).length > 1) {
    words.set('chain', service.chain || '');
    words.set('at', service.addresses[0] || '');
  }
  if (view && !isAnswer) { words.set('to', view.destination); }
  if (view) { words.set('from', view.from); }
  return '#' + words;
}

function found(words) {
  return isAnswer ? index.services[0] : (namesakes.get(words.get('service')) || []).find(each =>
    (!words.has('chain') || words.get('chain') === (each.chain || ''))
    && (!words.has('at') || words.get('at') === (each.addresses[0] || '')));
}

// What is wrong with none of them alone, and so with all: such as that no chain leads to any Service.
function ofAll() {
  const own = new Set(index.services.flatMap(service => service.findings.map(Number)));
  return index.findings.map((_, number) => number)
    .filter(number => !own.has(number) && index.findings[number].level !== 'info');
}

function worstFirst(numbers) {
  const order = ['error', 'warning', 'info'];
  return numbers.sort((a, b) => order.indexOf(index.findings[a].level) - order.indexOf(index.findings[b].level) || a - b);
}

function concerned(number) {
  return index.services.filter(service => service.findings.includes(String(number)));
}
