// The main job as its five people do it in the browser: officer, appraiser, director, chair, clerk. Begins with the sample
// province's register and the uploaded sheet, ends with two issued decisions, and is held against the published case.
import { test, before, after } from 'node:test';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Installation, launch, desktop, phone, picture, root, violations } from './harness.mjs';

let installation;
let browser;
let passwords;

before(async () => {
  installation = await Installation.create();
  installation.run('migrate');
  const accounts = installation.run('demo', '--until', 'register');
  passwords = Object.fromEntries(accounts.trim().split('\n').map((line) => line.split('\t').slice(0, 2)));
  await installation.serve();
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await installation?.stop();
});

// A page of somebody who has signed in through the form.
async function signedIn(login, device = desktop) {
  const context = await browser.newContext({ ...device, bypassCSP: true });
  const page = await context.newPage();
  page.setDefaultTimeout(30000);
  page.on('pageerror', (error) => assert.fail(`${login}: ${error}`));
  await page.goto(`${installation.address}/sign-in`);
  await page.fill('[name=login]', login);
  await page.fill('[name=password]', passwords[login]);
  await page.getByRole('main').getByRole('button').first().click();
  await page.waitForURL('**/overview');
  return page;
}

const open = (page, address) => page.goto(installation.address + address);
// A button or a link of the page's own content, by its words.
const press = async (page, name) => {
  const main = page.getByRole('main');
  await main.getByRole('button', { name }).or(main.getByRole('link', { name })).first().click();
  await page.waitForLoadState();
};
const text = (page) => page.getByRole('main').innerText();

// The page's picture is kept; what axe says of it and what sticks out is asked about in the last test.
const faults = [];
async function looked(page, name) {
  await picture(page, name);
  for (const fault of await violations(page)) faults.push(`${name}: ${fault}`);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  if (wide > 0) faults.push(`${name}: ${wide} px wider than the window`);
}

async function importSheet(page, round, file) {
  await open(page, '/imports');
  await page.selectOption('[name=round]', { label: round });
  await page.setInputFiles('[name=file]', path.join(root, 'config/demo', file));
  await press(page, 'Tải lên và xem trước');
  await looked(page, `import_${file}`);
  await press(page, 'Xác nhận nhập');
  await looked(page, `import_confirm_${file}`);
  await press(page, 'Xác nhận nhập');
}

async function publish(page, number, date) {
  await press(page, 'Xem trước xếp hạng');
  await page.fill('[name=decision_number]', number);
  await page.fill('[name=decision_date]', date);
  await looked(page, `ranking_preview_${date.slice(-4)}`);
  await press(page, 'Kiểm tra trước khi công bố');
  await looked(page, `publication_check_${date.slice(-4)}`);
  await press(page, /Công bố/);
}

let rankings; // address of 2021's
let run;
let dossier;

test('the officer imports both sheets and publishes both rankings', async () => {
  const page = await signedIn('canbo');
  await looked(page, 'overview_empty');
  await importSheet(page, 'Cải cách hành chính năm 2020', 'dong_thap_2020.csv');
  await publish(page, '301/QĐ-UBND-HC', '17/03/2021');
  await importSheet(page, 'Cải cách hành chính năm 2021', 'dong_thap_2021.csv');
  await publish(page, '318/QĐ-UBND-HC', '28/03/2022');
  rankings = new URL(page.url()).pathname;

  // The case: 17 departments, first 90.94, 16 of them at 80 or more, 15 up and 2 down on 2020.
  const rows = async () => page.getByRole('row').filter({ hasText: 'Mã ' }).allInnerTexts();
  const departments = await rows();
  assert.equal(departments.length, 17);
  assert.match(departments[0], /Sở Kế hoạch và Đầu tư[\s\S]*90,94/);
  const index = (row) => Number(row.match(/(\d+,\d\d)/)[1].replace(',', '.'));
  assert.equal(departments.filter((row) => index(row) >= 80).length, 16);
  assert.equal(departments.filter((row) => row.includes('▲') && /▲\s*(tăng\s*)?\d+,/.test(row)).length, 15);
  assert.equal(departments.filter((row) => /▼\s*(giảm\s*)?\d+,/.test(row)).length, 2);
  await looked(page, 'ranking_departments');

  // 12 districts, first 88.68, 6 at 80 or more, none at 90 or more, none under 70.
  await page.selectOption('[name=khoi]', { label: 'UBND huyện, thành phố' });
  await press(page, 'Lọc');
  const districts = await rows();
  assert.equal(districts.length, 12);
  assert.match(districts[0], /Huyện Châu Thành[\s\S]*88,68/);
  assert.equal(districts.filter((row) => index(row) >= 80).length, 6);
  assert.ok(districts.every((row) => index(row) < 90 && index(row) >= 70));
  await looked(page, 'ranking_districts');
  await page.context().close();
});

test('the officer composes the rules from the file, runs them and sees 2, 4 and 29 with reasons', async () => {
  const page = await signedIn('canbo');
  await open(page, '/rule-sets');
  await page.setInputFiles('[name=file]', path.join(root, 'config/rules/dong_thap_2021.json'));
  await press(page, 'Đọc tệp');
  await looked(page, 'rule_set');
  await press(page, /^Lưu/);
  await open(page, '/proposals');
  await press(page, /^Chạy/);
  run = new URL(page.url()).pathname;
  const words = await text(page);
  assert.match(words, /Cờ thi đua[^\n]*\n+\s*2\b/);
  assert.match(words, /tập thể\s*\n+\s*4\b/);
  assert.match(words, /Suất cá nhân\s*\n+\s*29\b/);
  assert.match(words, /78\.970\.000/);
  await looked(page, 'proposals');
  await press(page, /Lập hồ sơ/);
  dossier = new URL(page.url()).pathname.match(/\/dossiers\/\d+/)[0];
  await page.context().close();
});

test('the officer pastes the 29 people from a sheet, after one mistake was shown by its line, and submits', async () => {
  const page = await signedIn('canbo');
  await open(page, `${dossier}/places`);
  await looked(page, 'places_empty');
  const people = readFileSync(path.join(root, 'config/demo/individuals.tsv'), 'utf8');
  const paste = async (lines) => {
    await open(page, `${dossier}/places`);
    const area = page.locator('textarea[name=rows]');
    if (!(await area.isVisible())) await page.locator('summary', { hasText: /[Dd]án/ }).first().click();
    await area.fill(lines);
    await press(page, 'Xem trước các dòng dán');
  };
  await paste(people.replace('Sở Nội vụ\t', 'Sở Không Có\t'));
  assert.match(await text(page), /Sở Không Có/);
  await looked(page, 'paste_with_mistake');
  await paste(people);
  await looked(page, 'paste_preview');
  await press(page, /(Điền|Lưu|Ghi)/);
  await open(page, `${dossier}/places`);
  await looked(page, 'places_filled');
  await open(page, dossier);
  await looked(page, 'dossier_draft');
  await press(page, /^Trình/);
  await looked(page, 'submission_check');
  await press(page, 'Trình thẩm định');
  assert.match(await text(page), /[Tt]hẩm định/);
  await page.context().close();
});

test('the appraiser agrees to everyone, and cannot be the submitter', async () => {
  const officer = await signedIn('canbo');
  const refused = await open(officer, `${dossier}/appraisal`);
  assert.notEqual(refused.status(), 200);
  await officer.context().close();

  const page = await signedIn('thamdinh');
  await open(page, `${dossier}/appraisal`);
  await looked(page, 'appraisal');
  await press(page, 'Hoàn tất, đồng ý với số còn lại');
  await looked(page, 'dossier_appraised');
  await page.context().close();
});

test('the director forwards and the chair approves from the desk, on a phone', async () => {
  for (const [login, verb, words] of [['giamdoc', 'forward', 'Chuyển 35 đối tượng'], ['chutich', 'approve', 'Phê duyệt 35 đối tượng']]) {
    const page = await signedIn(login, phone);
    await open(page, '/desk');
    await looked(page, `desk_${verb}`);
    await page.locator('input[type=checkbox][name=dossier]').first().check();
    await press(page, /các hồ sơ đã chọn…/);
    await looked(page, `desk_${verb}_check`);
    assert.match(await text(page), /35|78\.970\.000/);
    await press(page, words);
    await looked(page, `desk_${verb}_result`);
    assert.match(await text(page), /Xong cả 1 hồ sơ/);
    await page.context().close();
  }
});

const downloads = async (page, address) => {
  const answer = await page.request.get(installation.address + address);
  assert.equal(answer.status(), 200, address);
  return answer.body();
};

test('the clerk numbers and issues two decisions of 78,970,000 đồng and gets every paper', async () => {
  const page = await signedIn('vanthu');
  const decisions = new Set();
  for (const [number, heading] of [['325', 'Cờ thi đua'], ['326', 'Bằng khen']]) {
    await open(page, `${dossier}/decisions`);
    assert.match(await text(page), new RegExp(heading));
    await page.fill('[name=number]', number);
    await page.fill('[name=date]', '29/03/2022');
    const signer = page.locator('select[name=signer]');
    if (await signer.count()) await signer.selectOption({ index: (await signer.locator('option').count()) - 1 });
    await looked(page, `decision_form_${number}`);
    await press(page, 'Cấp số và khóa danh sách');
    await looked(page, `decision_${number}`);
    await press(page, 'Đánh dấu đã ban hành…');
    await looked(page, `decision_issue_${number}`);
    await press(page, 'Đánh dấu đã ban hành');
    const links = await page.getByRole('main').getByRole('link').evaluateAll((all) => all.map((a) => a.getAttribute('href')));
    for (const [, id] of [page.url(), ...links].join(' ').matchAll(/\/decisions\/(\d+)/g)) decisions.add(id);
  }
  await open(page, `${dossier}/decisions`);
  const words = await text(page);
  for (const money of ['23.840.000', '55.130.000', '78.970.000']) assert.ok(words.includes(money), money);

  // The list of the certificates: 4 collectives and 29 persons, in correct Vietnamese letters.
  let certificates = 0;
  assert.equal(decisions.size, 2);
  for (const id of decisions) {
    await open(page, `/decisions/${id}`);
    const files = await page.getByRole('main').locator('a[href*="/files/"]').evaluateAll((all) => all.map((a) => a.getAttribute('href')));
    assert.ok(files.length >= 5, `files of decision ${id}: ${files}`);
    for (const file of new Set(files)) {
      const bytes = await downloads(page, file);
      if (!bytes.subarray(0, 4).equals(Buffer.from('%PDF'))) continue;
      const saved = path.join(installation.data, 'paper.pdf');
      writeFileSync(saved, bytes);
      const written = execFileSync('pdftotext', ['-layout', saved, '-'], { encoding: 'utf8' });
      assert.equal(written, written.normalize('NFC'), file);
      assert.match(written.replace(/\s+/g, ' '), /CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM|DANH SÁCH/, file);
      const pages = Number(execFileSync('pdfinfo', [saved], { encoding: 'utf8' }).match(/Pages:\s+(\d+)/)[1]);
      if (pages === 33 && /BẰNG\s+KHEN/.test(written)) certificates += 1;
      if (written.includes('55.130.000') && /DANH SÁCH/.test(written)) {
        for (const line of readFileSync(path.join(root, 'config/demo/individuals.tsv'), 'utf8').trim().split('\n').slice(1)) {
          const name = line.split('\t')[2];
          assert.ok(written.replace(/\s+/g, ' ').includes(name.split(' ').at(-1)), name);
        }
      }
    }
  }
  assert.equal(certificates, 1);
  await page.context().close();
});

test('records are found without marks, and a unit shows its places beside its awards', async () => {
  const page = await signedIn('kiemtra');
  await open(page, '/records?tim=tran+mau+anh');
  await looked(page, 'records');
  await page.getByRole('searchbox').first().fill('tran mau anh');
  await press(page, 'Tìm');
  assert.match(await text(page), /Trần Mẫu Ánh/);
  await open(page, '/units');
  await press(page, 'Sở Kế hoạch và Đầu tư');
  await looked(page, 'unit');
  assert.match(await text(page), /Cờ thi đua/);
  await open(page, '/audit');
  await looked(page, 'audit');
  await page.context().close();
});

test('the main pages open on desktop and phone, in Vietnamese and English', async () => {
  for (const [device, kind] of [[desktop, 'desktop'], [phone, 'phone']]) {
    const page = await signedIn('canbo', device);
    for (const address of ['/overview', rankings, '/compare', run, dossier, `${dossier}/brief`, '/decisions', '/help', '/account']) {
      await open(page, address);
      await looked(page, `${address.replaceAll('/', '_').slice(1)}_${kind}`);
    }
    await page.goto(`${installation.address}/language?to=en`);
    for (const address of ['/overview', rankings, run, dossier]) {
      await open(page, address);
      assert.equal(await page.locator('html').getAttribute('lang'), 'en', address);
      await looked(page, `${address.replaceAll('/', '_').slice(1)}_${kind}_en`);
    }
    await page.context().close();
  }
});

test('axe finds nothing on any page that was seen, and none is wider than its window', () => {
  assert.deepEqual([...new Set(faults)], []);
});
