// Starts the real program on its own private database and drives Debian's Chromium against it.
import { spawn, execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, mkdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { createServer } from 'node:net';
import { createRequire } from 'node:module';
import path from 'node:path';
import { chromium } from 'playwright-core';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
export const root = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '../..');
export const shots = process.env.SHOTS_FOLDER ?? path.join(root, 'build/shots');
const program = process.env.TESTED_PROGRAM ?? path.join(root, 'build/dev/src/vinhdanh');

const freePort = () =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

// The program with an empty data folder of its own; `stop` ends it and its database and removes the folder.
export class Installation {
  static async create() {
    const installation = new Installation();
    installation.data = mkdtempSync(path.join(tmpdir(), 'vd-'));
    installation.port = await freePort();
    installation.address = `http://127.0.0.1:${installation.port}`;
    installation.env = {
      ...process.env,
      VINHDANH_DATA_FOLDER: installation.data,
      VINHDANH_LISTEN_PORT: String(installation.port),
      VINHDANH_INSECURE_HTTP: 'true',
    };
    return installation;
  }

  run(...args) {
    return execFileSync(program, args, { env: this.env, cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  }

  // Resolves once /readyz answers; the standard error so far is in `this.log`.
  async serve() {
    this.log = '';
    this.server = spawn(program, ['serve'], { env: this.env, cwd: root, stdio: ['ignore', 'inherit', 'pipe'] });
    this.server.stderr.on('data', (text) => (this.log += text));
    this.ended = new Promise((resolve) => this.server.on('exit', resolve));
    for (let tries = 0; tries < 600; ++tries) {
      if (this.server.exitCode !== null) throw new Error(`the server ended:\n${this.log}`);
      const ready = await fetch(`${this.address}/readyz`).then((answer) => answer.ok, () => false);
      if (ready) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`the server never became ready:\n${this.log}`);
  }

  async stop() {
    if (this.server && this.server.exitCode === null) {
      this.server.kill('SIGTERM');
      await this.ended;
    }
    rmSync(this.data, { recursive: true, force: true });
  }
}

export async function launch() {
  return chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync'],
  });
}

export const desktop = { viewport: { width: 1440, height: 900 }, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' };
export const phone = { viewport: { width: 390, height: 844 }, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', hasTouch: true };

// What axe finds on the page by WCAG 2.2 AA and its best practices, as readable lines.
// The content policy forbids injected script elements, so axe comes in through the debugger.
export async function violations(page) {
  await page.evaluate(axeSource);
  const found = await page.evaluate(() =>
    globalThis.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
  return found.violations.flatMap((rule) =>
    rule.nodes.map((node) => `${rule.id} at ${node.target.join(' ')}: ${node.failureSummary?.split('\n')[1]?.trim() ?? rule.help}`));
}

export async function picture(page, name) {
  mkdirSync(shots, { recursive: true });
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: path.join(shots, `${name}.png`), fullPage: true, animations: 'disabled' });
}
