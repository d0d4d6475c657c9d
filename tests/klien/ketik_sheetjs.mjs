// Types into a workbook with SheetJS and saves it: node ketik_sheetjs.mjs ASAL TUJUAN KETIKAN.json
// Run in the folder that holds node_modules, which is never the source tree.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const XLSX = createRequire(`${process.cwd()}/package.json`)("xlsx");

const [asal, tujuan, ketikan] = process.argv.slice(2);
const buku = XLSX.readFile(asal, { cellNF: true, cellStyles: true });
for (const satu of JSON.parse(readFileSync(ketikan, "utf-8"))) {
  typeIn(buku.Sheets[satu.lembar], satu);
}
XLSX.writeFile(buku, tujuan, { cellStyles: true });

function typeIn(lembar, { kolom_kode, kode, kolom, nilai, format, rumus }) {
  const alamat = XLSX.utils.encode_cell({ r: rowOf(lembar, kolom_kode - 1, kode), c: kolom - 1 });
  const isi = rumus ? { f: rumus, t: "n" } : { v: nilai, t: typeof nilai === "number" ? "n" : "s" };
  const sel = { z: lembar[alamat]?.z, ...isi };
  if (format) sel.z = format;
  lembar[alamat] = sel;
}

function rowOf(lembar, kolom, kode) {
  const { e } = XLSX.utils.decode_range(lembar["!ref"]);
  for (let r = 0; r <= e.r; r++) {
    if (lembar[XLSX.utils.encode_cell({ r, c: kolom })]?.v === kode) return r;
  }
  throw new Error(`kode ${kode} tidak ada`);
}
