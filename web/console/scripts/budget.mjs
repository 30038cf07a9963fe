// What a browser downloads before the editor opens: everything but the engine and what is loaded together with it. Fails above the limit.
import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const LIMIT = 250 * 1024;
const dist = new URL('../dist/', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8'));
const engine = manifest['src/features/editor/workbench.ts'];
const engineFiles = new Set([engine.file, ...(engine.css ?? [])]);

const sizes = readdirSync(new URL('assets/', dist))
  .map((name) => `assets/${name}`)
  .filter((name) => /\.(js|css)$/.test(name) && !engineFiles.has(name))
  .map((name) => ({ name, bytes: gzipSync(readFileSync(new URL(name, dist)), { level: 9 }).length }))
  .sort((left, right) => right.bytes - left.bytes);

const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
for (const { name, bytes } of sizes.slice(0, 8)) console.log(`${String(bytes).padStart(8)}  ${name}`);
console.log(`${String(total).padStart(8)}  all JS and CSS before the editor, gzip (limit ${LIMIT})`);
const reachable = new Set();
const visit = (key) => {
  if (reachable.has(key)) return;
  reachable.add(key);
  for (const next of manifest[key]?.imports ?? []) visit(next);
};
visit('index.html');
if (reachable.has('src/features/editor/workbench.ts')) {
  console.error('The engine is loaded before the editor opens.');
  process.exit(1);
}
if (total > LIMIT) {
  console.error(`Over budget by ${total - LIMIT} bytes.`);
  process.exit(1);
}
