// Pictures of pages at 1440 and 390 pixels, and what axe finds on them:
//   node shot.mjs [--cookie name=value] [--out folder] [--no-axe] http://127.0.0.1:8080/overview ...
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { chromium } from 'playwright-core';

const argv = process.argv.slice(2);
const take = (name) => {
  const at = argv.indexOf(name);
  return at < 0 ? undefined : argv.splice(at, 2)[1];
};
const cookie = take('--cookie');
const out = take('--out') ?? 'build/shots';
const axe = argv.includes('--no-axe') ? undefined : readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const addresses = argv.filter((word) => !word.startsWith('--'));
mkdirSync(out, { recursive: true });

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
let faults = 0;
for (const [kind, width, height] of [['desktop', 1440, 900], ['phone', 390, 844]]) {
  // axe is injected, so the page's own policy is set aside here; the browser test checks the policy itself.
  const context = await browser.newContext({ viewport: { width, height }, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', reducedMotion: 'reduce', bypassCSP: axe !== undefined });
  for (const address of addresses) {
    if (cookie) await context.addCookies([{ name: cookie.split('=')[0], value: cookie.slice(cookie.indexOf('=') + 1), url: new URL(address).origin }]);
    const page = await context.newPage();
    page.on('console', (message) => message.type() === 'error' && console.log(`${kind} ${address}: ${message.text()}`));
    page.on('pageerror', (error) => console.log(`${kind} ${address}: ${error}`));
    await page.goto(address, { timeout: 20000 });
    await page.evaluate(() => document.fonts.ready);
    await page.evaluate(() => (document.activeElement?.blur(), window.scrollTo(0, 0)));
    const name = new URL(address).pathname.replaceAll('/', '_').replace(/^_/, '') || 'index';
    await page.screenshot({ path: path.join(out, `${name}_${kind}.png`), fullPage: true });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (wide > 0) console.log(`${kind} ${address}: ${wide} px wider than the window`);
    if (axe) {
      await page.evaluate(axe);
      const found = await page.evaluate(() => globalThis.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
      for (const fault of found.violations) {
        faults += 1;
        console.log(`${kind} ${address}: ${fault.id}: ${fault.help}\n    ${fault.nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join('\n    ')}`);
      }
    }
    await page.close();
  }
  await context.close();
}
await browser.close();
process.exit(faults > 0 ? 1 : 0);
