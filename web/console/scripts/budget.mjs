// What a browser downloads before the editor opens: everything but what the editor alone needs. And the editor's own part, without GrapesJS. Fails above the limits.
import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const BEFORE = 250 * 1024;
const PANELS = 64 * 1024;
const EDITOR = 'src/app/EditorRoute.tsx';
const ENGINE = 'src/features/editor/engine/create.ts';
const dist = new URL('../dist/', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8'));

/** Everything that a chunk brings along; what it may ask for later, too, unless that is left out. */
function reached(from, leftOut) {
  const seen = new Set();
  const visit = (key) => {
    if (seen.has(key) || leftOut?.has(key)) return;
    seen.add(key);
    const { imports = [], dynamicImports = [] } = manifest[key];
    for (const next of leftOut ? [...imports, ...dynamicImports] : imports) visit(next);
  };
  visit(from);
  return seen;
}

const filesOf = (keys) => keys.flatMap((key) => [manifest[key].file, ...(manifest[key].css ?? [])]);

function measured(files, what, limit) {
  const sizes = files.filter((name) => /\.(js|css)$/.test(name)).map((name) => ({ name, bytes: gzipSync(readFileSync(new URL(name, dist)), { level: 9 }).length })).sort((left, right) => right.bytes - left.bytes);
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
  for (const { name, bytes } of sizes.slice(0, 6)) console.log(`${String(bytes).padStart(8)}  ${name}`);
  console.log(`${String(total).padStart(8)}  ${what}, gzip (limit ${limit})\n`);
  if (total > limit) {
    console.error(`Over budget by ${total - limit} bytes.`);
    process.exitCode = 1;
  }
}

if (reached('index.html').has(ENGINE)) {
  console.error('The engine is loaded before the editor opens.');
  process.exit(1);
}
const before = reached('index.html', new Set([EDITOR]));
const editor = filesOf([...reached(EDITOR, new Set([ENGINE]))].filter((key) => !before.has(key)));
const later = new Set([...editor, ...filesOf([ENGINE])]);
const all = readdirSync(new URL('assets/', dist)).map((name) => `assets/${name}`);
measured(
  all.filter((name) => !later.has(name)),
  'all JS and CSS before the editor',
  BEFORE,
);
measured(editor, 'the editor without GrapesJS', PANELS);
