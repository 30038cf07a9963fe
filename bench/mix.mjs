// The same mix of requests against one or several addresses: p50, p99, throughput, and processor time of processes.
// node mix.mjs prepare <front> <file>                        signs somebody up, opens a site, writes what to ask for
// node mix.mjs run <file> <name> <seconds> <pid,pid> <front> [service=address …]
import { readFileSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';

const CONNECTIONS = 16;
const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });

function ask(base, path, { method = 'GET', headers = {}, body } = {}) {
  return new Promise((done, failed) => {
    const text = body && JSON.stringify(body);
    const asked = request(base + path, { agent, method, headers: { ...headers, ...(text && { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(text) }) } }, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('error', failed);
      response.on('end', () => done({ status: response.statusCode, etag: response.headers.etag, text: Buffer.concat(chunks).toString() }));
    });
    asked.on('error', failed);
    asked.end(text);
  });
}

async function prepare(front, file) {
  const email = `mix-${Date.now()}@example.com`;
  const registered = JSON.parse((await ask(front, '/auth/register', { method: 'POST', body: { name: 'Mix', email, password: 'seven grey herons' } })).text);
  const headers = { Authorization: `Bearer ${registered.access_token}` };
  const opened = await ask(front, '/payment/subscribe', { method: 'POST', headers, body: { plan_type: 'basic', service: { name: 'Mix', slug: `mix-${Date.now()}` } } });
  if (opened.status !== 201) throw new Error(`No site was opened: ${opened.text}`);
  const site = JSON.parse(opened.text).service.id;
  const pages = JSON.parse((await ask(front, `/builder/pages?service_id=${site}`, { headers })).text);
  const page = pages.data[0].id;
  const paths = ['/auth/profile', '/payment/services', `/builder/pages?service_id=${site}`, `/builder/pages/${page}`, `/deploy/status/${site}`];
  writeFileSync(file, JSON.stringify({ headers, paths }));
}

// User and system time of a process in microseconds.
const processorTime = (pid) => {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10_000;
};

async function run(file, name, seconds, pids, front, ...places) {
  const { headers, paths } = JSON.parse(readFileSync(file, 'utf8'));
  const addresses = Object.fromEntries(places.map((place) => place.split('=')));
  const times = [];
  const before = pids.map(processorTime);
  const end = performance.now() + seconds * 1000;
  let next = 0;
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      while (performance.now() < end) {
        const path = paths[next++ % paths.length];
        const begun = performance.now();
        const { status } = await ask(addresses[path.split('/')[1]] ?? front, path, { headers });
        if (status !== 200) throw new Error(`${path} was answered ${status}`);
        times.push(performance.now() - begun);
      }
    }),
  );
  const each = pids.map((pid, index) => Math.round((processorTime(pid) - before[index]) / times.length));
  times.sort((a, b) => a - b);
  const at = (share) => times[Math.floor(times.length * share)].toFixed(2);
  console.log(`${name}: ${Math.round(times.length / seconds)} requests/s, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms${each.length ? `; processor time per request ${each.join(' + ')} us` : ''}`);
}

const [command, ...rest] = process.argv.slice(2);
if (command === 'prepare') await prepare(...rest);
else await run(rest[0], rest[1], Number(rest[2]), rest[3] ? rest[3].split(',') : [], ...rest.slice(4));
agent.destroy();
