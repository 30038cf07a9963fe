// Saves of a page: processor time of the processes that do it, and how long the answers take.
// node saves.mjs <name> silex|jium <address> <pid,pid> <seconds> <warm-up seconds>
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';

const WRITERS = Number(process.env.WRITERS ?? 1);
const BYTES = 150_000;
const agent = new Agent({ keepAlive: true, maxSockets: WRITERS });

function ask(url, { method = 'GET', headers = {}, body } = {}) {
  return new Promise((done, failed) => {
    const asked = request(url, { agent, method, headers: { ...headers, ...(body && { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) }) } }, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('error', failed);
      response.on('end', () => done({ status: response.statusCode, etag: response.headers.etag, text: Buffer.concat(chunks).toString() }));
    });
    asked.on('error', failed);
    asked.end(body);
  });
}

async function expect(status, url, options) {
  const answer = await ask(url, options);
  if (answer.status !== status) throw new Error(`${options?.method ?? 'GET'} ${url} was answered ${answer.status}: ${answer.text.slice(0, 300)}`);
  return answer;
}

// The same page for both: sections of texts, links and boxes with classes and styles. The token is written over in each save.
let seed = 7;
const random = (limit) => (seed = (seed * 48_271) % 2_147_483_647) % limit;
const words = 'site page build team shop contact blog studio garden coffee music light local open hours book table write story paper craft wood stone river city'.split(' ');
const text = (count) => Array.from({ length: count }, () => words[random(words.length)]).join(' ');

function part(depth) {
  const made = { tagName: ['div', 'section', 'p', 'h2'][random(4)], classes: [words[random(words.length)]], attributes: { id: `i${random(1e6)}`, title: text(2) } };
  return depth ? { ...made, components: [part(depth - 1), part(depth - 1), part(depth - 1)] } : { ...made, type: 'text', components: [{ type: 'textnode', content: text(12) }] };
}

function project() {
  const made = { assets: [], styles: [], pages: [{ frames: [{ component: { type: 'wrapper', components: [{ tagName: 'h1', type: 'text', uid: 'heading', components: [{ type: 'textnode', content: '@@N@@' }] }] } }] }] };
  while (JSON.stringify(made).length < BYTES) {
    made.pages[0].frames[0].component.components.push(part(2));
    made.styles.push({ selectors: [`${words[random(words.length)]}${made.styles.length}`], style: { padding: '10px 20px', color: '#335577' }, mediaText: '(max-width: 480px)', atRuleType: 'media' });
  }
  return JSON.stringify(made);
}

const numbered = (body, number) => body.replace('@@N@@', `The ${number}. heading`);

/** What writes, one function for each writer and kind of save. */
async function silex(address) {
  const body = project();
  const saves = Array.from({ length: WRITERS }, (_, writer) => (number) => expect(200, `${address}/api/website/?websiteId=site${writer + 1}&connectorId=fs-storage`, { method: 'POST', body: numbered(body, number) }));
  return { 'whole page': saves };
}

async function jium(address) {
  const registered = await expect(201, `${address}/auth/register`, { method: 'POST', body: JSON.stringify({ name: 'Saves', email: `saves-${Date.now()}@example.com`, password: 'seven grey herons' }) });
  const headers = { Authorization: `Bearer ${JSON.parse(registered.text).access_token}` };
  const opened = await expect(201, `${address}/payment/subscribe`, { method: 'POST', headers, body: JSON.stringify({ plan_type: 'basic', service: { name: 'Saves', slug: `saves-${Date.now()}` } }) });
  const site = JSON.parse(opened.text).service.id;
  const body = project();
  const pages = [];
  for (let writer = 0; writer < WRITERS; writer += 1) {
    const content = { project: JSON.parse(numbered(body, 0)) };
    const added = await expect(201, `${address}/builder/pages`, { method: 'POST', headers, body: JSON.stringify({ service_id: site, title: 'Saved', slug: `saved-${writer}`, content }) });
    pages.push({ url: `${address}/builder/pages/${JSON.parse(added.text).id}`, etag: added.etag });
  }
  const save = async (page, method, sent) => {
    const saved = await expect(200, page.url, { method, headers: { ...headers, 'If-Match': page.etag }, body: sent });
    page.etag = saved.etag;
  };
  return {
    'whole page': pages.map((page) => (number) => save(page, 'PUT', `{"content":{"project":${numbered(body, number)}}}`)),
    'one text': pages.map((page, writer) => (number) => {
      const value = [{ type: 'textnode', content: `The ${number}. heading` }];
      return save(page, 'PATCH', JSON.stringify({ edit_id: `edit-${writer}-${number}`, editor: `window-${writer}`, changes: [{ op: 'set', at: 'heading', field: 'components', value }] }));
    }),
  };
}

// User and system time of a process in milliseconds.
const processorTime = (pid) => {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
};
const spent = (pids) => pids.reduce((sum, pid) => sum + processorTime(pid), 0);

let number = 0;
async function write(writers, seconds) {
  const times = [];
  const end = performance.now() + seconds * 1000;
  await Promise.all(
    writers.map(async (save) => {
      while (performance.now() < end) {
        const begun = performance.now();
        await save((number += 1));
        times.push(performance.now() - begun);
      }
    }),
  );
  return times.sort((left, right) => left - right);
}

const [name, kind, address, pids, seconds, warmUp] = process.argv.slice(2);
const all = pids.split(',');
for (const [what, writers] of Object.entries(await { silex, jium }[kind](address))) {
  await write(writers, Number(warmUp));
  const before = spent(all);
  const times = await write(writers, Number(seconds));
  const each = (spent(all) - before) / times.length;
  const at = (share) => times[Math.floor(times.length * share)].toFixed(1);
  console.log(`${name}, ${what}: ${each.toFixed(2)} ms of processor time a save, ${Math.round(times.length / seconds)} saves/s, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`);
}
agent.destroy();
