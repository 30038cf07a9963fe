// Two editors of one page, as the console has them, against the real server: requests are delayed, doubled, dropped, their answers lost, and
// the server is killed. RUNS pages are edited (EDITS steps each); SEED repeats a failure.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, before, test } from 'node:test';
import { startProduct } from './product.mjs';
import { random } from './random.mjs';

const RUNS = Number(process.env.RUNS ?? 60);
const EDITS = Number(process.env.EDITS ?? 30);
const KILL_EVERY = Number(process.env.KILL_EVERY ?? 20);
/** The same unless another is asked for, so that a failure is a change's doing; requests still meet as they happen to. */
const SEED = Number(process.env.SEED ?? 746_570_727);
const AT_ONCE = 8;
const LONGEST_TRY = 200;

const console_ = resolve(import.meta.dirname, '../console');
let PageSync, PageDocument, same;
let product, headers, site;

before(async () => {
  const { build } = createRequire(join(console_, 'package.json'))('rolldown');
  const bundle = join(mkdtempSync(join(tmpdir(), 'jium-sync-')), 'sync.mjs');
  await build({ input: join(console_, 'src/features/editor/sync/index.ts'), output: { file: bundle }, logLevel: 'silent' });
  ({ PageSync, PageDocument, same } = await import(pathToFileURL(bundle)));
  product = await startProduct();
  const tokens = await call('POST', '/auth/register', { name: '둘', email: 'two@example.com', password: 'two-editors-4711' });
  headers = { Authorization: `Bearer ${tokens.access_token}` };
  const { service } = await call('POST', '/payment/subscribe', { plan_type: 'basic', service: { name: 'Two', slug: 'two-editors' } });
  site = service.id;
});

after(() => product?.stop());

async function send(method, path, body, more = {}) {
  const response = await fetch(product.address + path, {
    method,
    headers: { ...headers, ...(body ? { 'Content-Type': 'application/json' } : {}), ...more },
    body: body && JSON.stringify(body),
    signal: AbortSignal.timeout(20_000),
  });
  const text = await response.text();
  return { status: response.status, body: text && JSON.parse(text) };
}

async function call(method, path, body) {
  const { status, body: answer } = await persistently(() => send(method, path, body));
  // Asked for again, what is deleted is not there.
  assert.ok(status < 300 || (method === 'DELETE' && status === 404), `${method} ${path}: ${status} ${JSON.stringify(answer)}`);
  return answer;
}

/** Until the server answers: it is killed now and then. */
async function persistently(work) {
  for (let attempt = 0; ; attempt++) {
    try {
      const answer = await work();
      if (answer.status < 500 && answer.status !== 429) return answer;
    } catch (error) {
      if (attempt > LONGEST_TRY) throw error;
    }
    await product.again?.();
    await new Promise((next) => setImmediate(next));
  }
}

/** What the canvas is to the console: a document that only its person and the sync change. */
class Surface {
  constructor(project) {
    this.document = new PageDocument(structuredClone(project));
  }
  serialize() {
    return structuredClone(this.document.toProject());
  }
  apply(changes) {
    this.document.apply(changes);
  }
}

class Editor {
  constructor(name, pageId, page, chance, bases) {
    Object.assign(this, { name, pageId, chance, bases, made: 0 });
    const state = { editor: name, version: page.version, project: page.content.project, pending: [] };
    this.surface = new Surface(page.content.project);
    this.sync = new PageSync(state, this.surface, () => `${name}-${++this.made}`);
  }

  /** The browser crashed: what its journal holds goes on. */
  crash() {
    const state = structuredClone(this.sync.state());
    this.surface = new Surface(PageSync.project(state));
    this.sync = new PageSync(state, this.surface, () => `${this.name}-${++this.made}`);
  }

  edit() {
    const { chance, surface } = this;
    const document = surface.document;
    const parts = [];
    const walk = (part) => {
      parts.push(part);
      if (part.type !== 'text') for (const child of part.components ?? []) walk(child);
    };
    walk(document.body);
    const holders = parts.filter((part) => part.tagName === 'section' || part === document.body);
    const others = parts.filter((part) => part !== document.body);
    const some = (list) => list[Math.floor(chance() * list.length)];
    const uid = `${this.name}${++this.made}`;
    const word = `${this.name} ${uid}`;
    const behind = (holder) => some([undefined, ...(holder.components ?? []).map((part) => part.uid)]);
    const kind = chance();
    const paragraph = { uid, tagName: 'p', type: 'text', components: [{ uid: `${uid}t`, type: 'textnode', content: word }] };
    const change = () => {
      if (kind < 0.25 || others.length < 4) {
        const holder = some(holders);
        const part = chance() < 0.3 ? { uid: `${uid}s`, tagName: 'section', components: [paragraph] } : paragraph;
        return { op: 'insert', at: holder.uid, after: behind(holder), part };
      }
      const part = some(others);
      const texts = others.filter((entry) => entry.type === 'text');
      if (kind < 0.5 && texts.length > 0) return { op: 'set', at: some(texts).uid, field: 'components', value: [{ uid: `${uid}t`, type: 'textnode', content: word }] };
      if (kind < 0.65) return { op: 'set', at: part.uid, field: 'attributes', name: some(['title', 'lang', 'id']), value: chance() < 0.2 ? undefined : uid };
      if (kind < 0.72) return { op: 'set', at: part.uid, field: 'classes', value: [uid] };
      if (kind < 0.8) {
        const rule = some(document.rules);
        if (!rule || chance() < 0.4) return { op: 'insert', at: 'rules', after: document.rules.at(-1)?.uid, part: { uid, selectors: [uid], style: { color: 'red' } } };
        return { op: 'set', at: rule.uid, field: 'style', name: some(['color', 'margin', 'padding']), value: `${this.made}px` };
      }
      if (kind < 0.92) {
        const holder = some(holders.filter((entry) => !document.isWithin(entry.uid, part.uid)));
        return { op: 'move', at: part.uid, into: holder.uid, after: some([undefined, ...(holder.components ?? []).filter((entry) => entry !== part).map((entry) => entry.uid)]) };
      }
      return { op: 'remove', at: part.uid };
    };
    surface.apply([change()]);
  }

  /** One request, as the network happens to be. */
  async patch(batch) {
    this.bases.set(batch.id, batch.base);
    const body = { edit_id: batch.id, editor: this.name, changes: batch.changes };
    const request = () => send('PATCH', `/builder/pages/${this.pageId}`, body, { 'If-Match': `"${batch.base}"` });
    const luck = this.chance();
    if (luck < 0.1) throw new Error('dropped');
    if (luck < 0.2) {
      this.late = request().catch(() => undefined);
      throw new Error('its answer is lost, and it may arrive late');
    }
    if (luck < 0.3) return (await Promise.all([request(), request()]))[Math.floor(this.chance() * 2)];
    return request();
  }

  async save() {
    this.sync.capture();
    const batch = this.sync.next();
    if (!batch) return;
    let answer;
    try {
      answer = await this.patch(batch);
    } catch {
      return;
    }
    if (answer.status === 200) {
      this.sync.acknowledged(batch, answer.body);
    } else if (answer.status === 412 && answer.body?.code === 'changes_collide') {
      const { collisions, since } = answer.body;
      this.collisions = (this.collisions ?? 0) + collisions.length;
      this.sync.decided(collisions, collisions.map(() => this.chance() < 0.5), since);
    } else if (answer.status < 500 && answer.status !== 429) {
      assert.fail(`${this.name}: ${answer.status} ${JSON.stringify(answer.body).slice(0, 800)} for ${JSON.stringify(batch)}`);
    }
  }

  async pull() {
    const answer = await send('GET', `/builder/pages/${this.pageId}/changes?since=${this.sync.version}`).catch(() => null);
    if (answer?.status === 200) this.sync.take(answer.body.since);
  }
}

/** In the server's own log: nobody may have changed what another had changed without having seen it. */
function noneIsOverwritten(events, bases) {
  for (const event of events) {
    const unseen = events.filter((earlier) => earlier.version > bases.get(event.edit_id) && earlier.version < event.version && editorOf(earlier) !== editorOf(event));
    for (const change of event.changes) {
      const key = keyOf(change);
      const hit = unseen.find((earlier) => earlier.changes.some((other) => key !== null && keyOf(other) === key && !same(other.value, change.value)));
      assert.ok(!hit, hit && `version ${event.version} overwrote ${key} of version ${hit.version}: ${JSON.stringify(events.filter((entry) => entry.version >= hit.version && entry.version <= event.version))}`);
    }
  }
}

const editorOf = (event) => event.edit_id.split('-')[0];
const keyOf = (change) => (change.op === 'set' ? `${change.at}/${change.field}/${change.name ?? ''}` : change.op === 'move' ? `${change.at}/place` : null);

/** Without what says nothing: an empty list of components, and GrapesJS's own ids of pages and frames. */
const essence = (project) => JSON.parse(JSON.stringify(project, (name, value) => (name === 'components' && Array.isArray(value) && value.length === 0 ? undefined : value)));

let attempts = 0;

async function run(number) {
  const chance = random(SEED + number);
  const bases = new Map();
  // Its own name each time: a page may have been added by a request that the server did not live to answer.
  const slug = () => `run-${number}-${++attempts}`;
  const { body: added } = await persistently(() => send('POST', '/builder/pages', { service_id: site, title: `Run ${number}`, slug: slug() }));
  const page = await call('GET', `/builder/pages/${added.id}`);
  const editors = ['a', 'b'].map((name) => new Editor(name, added.id, page, chance, bases));
  for (let step = 0; step < EDITS; step++) {
    const editor = editors[Math.floor(chance() * 2)];
    editor.edit();
    const luck = chance();
    if (luck < 0.45) await editor.save();
    else if (luck < 0.6) await editor.pull();
    else if (luck < 0.65) {
      editor.sync.capture();
      editor.crash();
    } else if (luck < 0.75) await Promise.all(editors.map((entry) => entry.save()));
    if (luck < 0.5) await product.again?.();
  }
  for (let round = 0; ; round++) {
    assert.ok(round < 400, 'they do not come to rest');
    for (const editor of editors) {
      await editor.late;
      await editor.save();
      await editor.pull();
    }
    await product.again?.();
    if (editors.every((editor) => editor.sync.isClean) && editors[0].sync.version === editors[1].sync.version) break;
  }
  const stored = await call('GET', `/builder/pages/${added.id}`);
  assert.equal(editors[0].sync.version, stored.version);
  for (const editor of editors) {
    assert.deepEqual(essence(editor.sync.state().project), essence(stored.content.project), `${editor.name}: what it knows of the server`);
    assert.deepEqual(essence(editor.surface.serialize()), essence(stored.content.project), `${editor.name}: what it shows`);
  }
  const { since } = await call('GET', `/builder/pages/${added.id}/changes?since=1`);
  for (const id of bases.keys()) assert.ok(since.filter((event) => event.edit_id === id).length <= 1, `${id} was made more than once`);
  noneIsOverwritten(since, bases);
  await call('DELETE', `/builder/pages/${added.id}`);
  return editors.reduce((sum, editor) => sum + (editor.collisions ?? 0), 0);
}

test(`two editors end equal and lose nothing (${RUNS} runs, seed ${SEED})`, { timeout: 3_600_000 }, async (context) => {
  let next = 0;
  let collisions = 0;
  let failed;
  const worker = async () => {
    while (next < RUNS && !failed) {
      const number = next++;
      try {
        collisions += await run(number);
      } catch (error) {
        failed ??= new Error(`run ${number} with SEED=${SEED}: ${error.message}`, { cause: error });
      }
      if (KILL_EVERY > 0 && number % KILL_EVERY === KILL_EVERY - 1) product.kill();
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  if (failed) throw failed;
  context.diagnostic(`${collisions} collisions were decided`);
  assert.ok(collisions > 0);
});
