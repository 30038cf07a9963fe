// A website made by others: as its authors packed it, as a ZIP, and served as it is.
import { zipSync } from 'fflate';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, relative, sep } from 'node:path';

const types = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
};

export class Original {
  /** @param name of the npm package; its website is in the folder dist */
  constructor(name) {
    this.folder = join(import.meta.dirname, 'node_modules', name, 'dist');
    this.files = readdirSync(this.folder, { recursive: true })
      .map((file) => join(this.folder, file))
      .filter((file) => statSync(file).isFile());
    this.pages = this.files.filter((file) => file.endsWith('.html')).map((file) => relative(this.folder, file));
  }

  zip() {
    const entries = this.files.map((file) => [relative(this.folder, file).split(sep).join('/'), readFileSync(file)]);
    return Buffer.from(zipSync(Object.fromEntries(entries), { level: 1 }));
  }

  path(page) {
    return join(this.folder, page);
  }

  async serve() {
    const known = new Set(this.files);
    this.server = createServer((request, response) => {
      const file = join(this.folder, decodeURIComponent(new URL(request.url, 'http://localhost').pathname));
      if (!known.has(file)) return response.writeHead(404).end();
      response.writeHead(200, { 'Content-Type': types[extname(file)] ?? 'application/octet-stream' }).end(readFileSync(file));
    });
    await new Promise((listening) => this.server.listen(0, '127.0.0.1', listening));
    this.address = `http://localhost:${this.server.address().port}`;
  }

  close() {
    this.server.close();
    this.server.closeAllConnections();
  }
}
