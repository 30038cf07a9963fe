// Starts the built product in an empty folder, and a real Chromium before it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';

const root = resolve(import.meta.dirname, '../..');
export const OPERATOR = { email: 'admin@jium.local', password: 'e2e-operator-4711' };
const app = process.env.PRODUCT ?? join(root, 'server/target/jium');

async function freePort() {
  const server = createServer();
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address();
  await new Promise((closed) => server.close(closed));
  return port;
}

/** The product, empty; or the one that runs at ADDRESS already, such as a cluster. */
export async function startProduct() {
  if (process.env.ADDRESS) return { address: process.env.ADDRESS, port: Number(new URL(process.env.ADDRESS).port), log: () => '', stop: async () => {} };
  if (!existsSync(join(app, 'jium.jar'))) throw new Error(`${app} is not built: run ./jium build`);
  const data = mkdtempSync(join(tmpdir(), 'jium-e2e-'));
  const port = await freePort();
  const log = join(data, 'log');
  const out = openSync(log, 'a');
  const cache = existsSync(join(app, 'jium.aot')) ? ['-XX:AOTCache=jium.aot', '-Xlog:aot=off,cds=off'] : [];
  const start = async () => {
    const child = spawn(
      join(root, 'jium'),
      ['java', ...cache, '@java.options', '-jar', 'jium.jar'],
      { cwd: app, stdio: ['ignore', out, out], env: { ...process.env, JIUM_PORT: String(port), JIUM_DATA: data, JIUM_ADMIN_PASSWORD: OPERATOR.password, JIUM_RATE_LIMIT_PER_MINUTE: '0', JIUM_RATE_LIMIT_PER_HOUR: '0' } },
    );
    const ended = new Promise((done) => child.once('exit', done));
    const deadline = Date.now() + 120_000;
    while (!(await answers(address))) {
      if (child.exitCode !== null || Date.now() > deadline) throw new Error(`The product did not start:\n${readFileSync(log, 'utf8')}`);
      await new Promise((next) => setImmediate(next));
    }
    return { child, ended };
  };
  const address = `http://localhost:${port}`;
  let running = start();
  await running;
  let killed = false;
  return {
    address,
    port,
    log: () => readFileSync(log, 'utf8'),
    async stop() {
      const { child, ended } = await running;
      child.kill('SIGTERM');
      await ended;
      rmSync(data, { recursive: true, force: true });
    },
    /** Like a loss of power. */
    async kill() {
      const { child } = await running;
      killed = child.kill('SIGKILL');
    },
    /** Comes back when it was killed. */
    async again() {
      if (killed) {
        killed = false;
        running = running.then(({ ended }) => ended).then(start);
      }
      await running;
    },
  };
}

async function answers(address) {
  try {
    return (await fetch(`${address}/actuator/health/readiness`, { signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    return false;
  }
}

export function startBrowser() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
}

/** A page whose errors, refusals, and requests to other hosts are remembered. */
export async function open(browser, options = {}) {
  const context = await browser.newContext({ locale: 'ko-KR', viewport: { width: 1440, height: 900 }, ...options });
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  page.faults = [];
  page.trail = [];
  page.on('response', (response) => response.status() >= 400 && page.trail.push(`${response.status()} ${response.request().method()} ${response.url()}`));
  page.on('requestfailed', (request) => page.trail.push(`${request.failure()?.errorText} ${request.method()} ${request.url()}`));
  page.on('console', (message) => message.type() === 'error' && page.trail.push(message.text()));
  page.on('pageerror', (error) => page.faults.push(String(error)));
  page.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && hostname !== 'localhost' && !hostname.endsWith('.localhost')) page.faults.push(`outside: ${request.url()}`);
  });
  return page;
}

/** For whoever reads of a failed test elsewhere: what the page had asked for in vain, what its frames show, what the server said last. */
export async function tell(test, page, product) {
  if (!test.error || !page) return;
  const shown = page.frames().map(async (frame) => {
    const text = await Promise.race([frame.evaluate(() => document.body.innerText.slice(0, 300)).catch(String), once(AbortSignal.timeout(3_000), 'abort').then(() => 'does not answer')]);
    return `${frame.url()}: ${text}`;
  });
  const lines = [...page.trail.slice(-40), ...(await Promise.all(shown)), product.log().slice(-4_000)];
  for (const line of lines) test.diagnostic(line);
}

/** What the site answers; names below localhost are resolved by browsers alone. */
export function fetchSite(address) {
  const { host, port, pathname, search } = new URL(address);
  return new Promise((done, failed) => {
    request({ host: '127.0.0.1', port, path: pathname + search, headers: { Host: host } }, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('error', failed);
      response.on('end', () => done({ status: response.statusCode, type: response.headers['content-type'] ?? '', text: Buffer.concat(chunks).toString() }));
    })
      .on('error', failed)
      .end();
  });
}
