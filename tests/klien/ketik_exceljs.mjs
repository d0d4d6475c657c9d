// Types into a workbook with ExcelJS and saves it: node ketik_exceljs.mjs ASAL TUJUAN KETIKAN.json
// Run in the folder that holds node_modules, which is never the source tree.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const ExcelJS = createRequire(`${process.cwd()}/package.json`)("exceljs");

const [asal, tujuan, ketikan] = process.argv.slice(2);
const buku = new ExcelJS.Workbook();
await buku.xlsx.readFile(asal);
for (const satu of JSON.parse(readFileSync(ketikan, "utf-8"))) {
  typeIn(buku.getWorksheet(satu.lembar), satu);
}
await buku.xlsx.writeFile(tujuan);

function typeIn(lembar, { kolom_kode, kode, kolom, nilai, format, rumus }) {
  const sel = rowOf(lembar, kolom_kode, kode).getCell(kolom);
  sel.value = rumus ? { formula: rumus } : nilai;
  // Cells of one style share it: a new format goes to a copy, or all of them would show it.
  if (format) sel.style = { ...sel.style, numFmt: format };
}

function rowOf(lembar, kolom, kode) {
  for (let r = 1; r <= lembar.rowCount; r++) {
    if (lembar.getRow(r).getCell(kolom).value === kode) return lembar.getRow(r);
  }
  throw new Error(`kode ${kode} tidak ada`);
}
