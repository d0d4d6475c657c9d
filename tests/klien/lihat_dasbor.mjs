// Looks at a dashboard page in Chromium: node lihat_dasbor.mjs CHROMIUM HALAMAN FOLDER_GAMBAR HASIL.json
// Run in the folder that holds node_modules, which is never the source tree.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";

const paket = createRequire(`${process.cwd()}/package.json`);
const { chromium } = paket("playwright-core");
const AXE = readFileSync(paket.resolve("axe-core/axe.min.js"), "utf-8");
const SAKELAR = [
  "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
];

const [program, halaman, folder, tujuan] = process.argv.slice(2);
const alamat = pathToFileURL(halaman).href;
const nama = basename(halaman, ".html");
const permintaan = new Set();
const galat = [];

// Playwright starts every browser in a fresh user-data-dir of its own.
const peramban = await chromium.launch({ executablePath: program, args: SAKELAR });
try {
  const hasil = {
    tampilan: [
      await look(1280, "light", "terang"), await look(1280, "dark", "gelap"),
      await look(360, "light", "terang"), await look(360, "dark", "gelap"),
    ],
    cetak: await print(),
    tabel: await useTable(),
    tema: await useTheme(),
    papan_ketik: await useKeyboard(),
    tanpa_skrip: await withoutScript(),
    permintaan: [...permintaan].filter((x) => x !== alamat),
    galat,
  };
  writeFileSync(tujuan, JSON.stringify(hasil));
} finally {
  await peramban.close();
}

async function open(pilihan) {
  const page = await (await peramban.newContext(pilihan)).newPage();
  page.on("request", (x) => permintaan.add(x.url()));
  page.on("pageerror", (x) => galat.push(String(x)));
  page.on("console", (x) => { if (x.type() === "error") galat.push(x.text()); });
  await page.goto(alamat);
  return page;
}

async function look(lebar, colorScheme, tema) {
  const page = await open({ viewport: { width: lebar, height: 800 }, colorScheme });
  await page.screenshot({ path: join(folder, `${nama}-${lebar}-${tema}.png`), fullPage: true });
  const gulir = await page.evaluate(() => document.documentElement.scrollWidth);
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() => axe.run());
  await page.context().close();
  const berat = violations.filter((x) => ["serious", "critical"].includes(x.impact));
  const pelanggaran = berat.map((x) => `${x.id}: ${x.nodes.map((y) => y.html).join(" | ")}`);
  return { lebar, tema, gulir, pelanggaran };
}

async function print() {
  const page = await open({ viewport: { width: 720, height: 1000 }, colorScheme: "dark" });
  await page.pdf({ path: join(folder, `${nama}.pdf`), preferCSSPageSize: true, printBackground: true });
  await page.emulateMedia({ media: "print" });
  await page.screenshot({ path: join(folder, `${nama}-cetak.png`), fullPage: true });
  const hasil = await page.evaluate(() => ({
    latar: getComputedStyle(document.body).backgroundColor,
    tersembunyi: ["nav", "#tema", ".cari"].map((x) => getComputedStyle(document.querySelector(x)).display),
  }));
  await page.context().close();
  return hasil;
}

async function useTable() {
  const page = await open({ viewport: { width: 1280, height: 800 } });
  const kode = () => page.$$eval("#tabel-indikator tbody tr:not([hidden])", (x) => x.map((tr) => tr.querySelector(".kode").textContent));
  const urut = () => page.$eval("#tabel-indikator th:nth-child(7)", (x) => x.getAttribute("aria-sort"));
  const hasil = { semula: await kode(), urutan: [] };
  for (let ke = 0; ke < 3; ke++) {
    await page.click("#tabel-indikator th:nth-child(7) button");
    hasil.urutan.push([await urut(), await kode()]);
  }
  await page.click("#tabel-indikator th:nth-child(1) button");
  hasil.menurut_kode = await kode();
  await page.fill("#kata", "seksi   TIGA hasil");
  hasil.cari = await kode();
  hasil.kabar = await page.textContent("#cocok");
  await page.fill("#kata", "tidak mungkin ada");
  hasil.tanpa_hasil = [await kode(), await page.isVisible("#tak-cocok"), await page.textContent("#cocok")];
  await page.fill("#kata", "");
  hasil.kembali = [(await kode()).length, await page.isVisible("#tak-cocok"), await page.textContent("#cocok")];
  await page.context().close();
  return hasil;
}

async function useTheme() {
  const page = await open({ colorScheme: "light" });
  const tampak = async () => [
    await page.textContent("#tema"),
    await page.evaluate(() => getComputedStyle(document.body).backgroundColor),
  ];
  const hasil = { semula: await tampak() };
  await page.click("#tema");
  hasil.diganti = await tampak();
  await page.reload();
  hasil.dimuat_ulang = await tampak();
  await page.click("#tema");
  hasil.kembali = await tampak();
  await page.context().close();
  return hasil;
}

async function useKeyboard() {
  const page = await open({ viewport: { width: 1280, height: 800 } });
  const fokus = () => page.evaluate(() => {
    const x = document.activeElement, gaya = getComputedStyle(x);
    return [x.textContent.trim(), gaya.outlineStyle, x.getBoundingClientRect().top >= 0];
  });
  await page.keyboard.press("Tab");
  const lompat = await fokus();
  await page.keyboard.press("Enter");
  const isi = await page.evaluate(() => document.activeElement.id);
  await page.focus("#kata");
  await page.keyboard.press("Tab");
  const kepala = await fokus();
  await page.keyboard.press("Enter");
  const urut = await page.$eval("#tabel-indikator th", (x) => x.getAttribute("aria-sort"));
  await page.context().close();
  return { lompat, isi, kepala, urut };
}

async function withoutScript() {
  const page = await open({ javaScriptEnabled: false, viewport: { width: 1280, height: 800 } });
  const hasil = {
    teks: await page.innerText("main"),
    baris: await page.locator("#tabel-indikator tbody tr:visible").count(),
    mati: [await page.isVisible("#tema"), await page.isVisible("#kata"), await page.locator("thead button").count() > 0],
  };
  await page.context().close();
  return hasil;
}
