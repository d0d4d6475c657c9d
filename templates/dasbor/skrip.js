"use strict";
(() => {
  const akar = document.documentElement;
  const ingatan = {
    baca: () => { try { return localStorage.getItem("kinerja-tema"); } catch { return null; } },
    tulis: (tema) => { try { localStorage.setItem("kinerja-tema", tema); } catch { /* tetap jalan */ } },
  };
  const tersimpan = ingatan.baca();
  if (tersimpan === "terang" || tersimpan === "gelap") akar.dataset.tema = tersimpan;

  function pasangTema() {
    const tombol = document.getElementById("tema");
    const gelap = () => (akar.dataset.tema || (matchMedia("(prefers-color-scheme: dark)").matches ? "gelap" : "terang")) === "gelap";
    const tunjuk = () => { tombol.textContent = gelap() ? "Tema terang" : "Tema gelap"; };
    tombol.addEventListener("click", () => {
      akar.dataset.tema = gelap() ? "terang" : "gelap";
      ingatan.tulis(akar.dataset.tema);
      tunjuk();
    });
    tunjuk();
    tombol.hidden = false;
  }

  function pasangPencarian(tabel) {
    const kotak = document.getElementById("kata");
    const kabar = document.getElementById("cocok");
    const baris = [...tabel.tBodies[0].rows].map((tr) => [tr, tr.textContent.toLocaleLowerCase("id")]);
    kotak.addEventListener("input", () => {
      const kata = kotak.value.toLocaleLowerCase("id").split(/\s+/).filter(Boolean);
      let cocok = 0;
      for (const [tr, teks] of baris) {
        tr.hidden = !kata.every((satu) => teks.includes(satu));
        if (!tr.hidden) cocok += 1;
      }
      kabar.textContent = kata.length ? `${cocok} dari ${baris.length} indikator` : "";
      document.getElementById("tak-cocok").hidden = cocok > 0;
    });
    kotak.closest(".cari").hidden = false;
  }

  /* Angka diurutkan sebagai angka; yang tanpa angka selalu di bawah. */
  function bandingkan(satu, lain, arah) {
    const a = satu.dataset.urut, b = lain.dataset.urut;
    if (a === undefined) return arah * satu.textContent.trim().localeCompare(lain.textContent.trim(), "id", { numeric: true });
    if (a === "" || b === "") return (a === "") - (b === "");
    return arah * (Number(a) - Number(b));
  }

  function pasangUrutan(tabel) {
    const badan = tabel.tBodies[0];
    const semula = [...badan.rows];
    const kepala = [...tabel.tHead.rows[0].cells];
    kepala.forEach((th, kolom) => {
      const tombol = document.createElement("button");
      tombol.type = "button";
      tombol.append(...th.childNodes);
      th.append(tombol);
      tombol.addEventListener("click", () => {
        const lalu = th.getAttribute("aria-sort");
        kepala.forEach((lain) => lain.removeAttribute("aria-sort"));
        const kini = { ascending: "descending", descending: null }[lalu] ?? (lalu ? null : "ascending");
        if (kini) th.setAttribute("aria-sort", kini);
        const arah = kini === "descending" ? -1 : 1;
        badan.append(...(kini ? [...semula].sort((a, b) => bandingkan(a.cells[kolom], b.cells[kolom], arah)) : semula));
      });
    });
  }

  document.addEventListener("DOMContentLoaded", () => {
    const tabel = document.getElementById("tabel-indikator");
    pasangTema();
    pasangPencarian(tabel);
    pasangUrutan(tabel);
  });
})();
