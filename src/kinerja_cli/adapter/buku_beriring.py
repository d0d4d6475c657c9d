"""Large workbooks zipped while they are written: XlsxWriter zips them when all is written.

Zipping 10,000 indicators takes nearly a second of ten, and Python lets go of its lock for it.
"""

from __future__ import annotations

from collections import deque
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from xlsxwriter import Workbook
from xlsxwriter.packager import Packager


class BukuBeriring(Workbook):  # type: ignore[misc] # XlsxWriter ships no types
    """A workbook of which each part is zipped by another thread as soon as it is written.

    Its parts are kept in memory; its bytes are those that XlsxWriter makes by itself.
    """

    filename: Any

    def _store_workbook(self) -> None:
        """Write the parts into an archive of our own: XlsxWriter's stays empty beside it."""
        tujuan, self.filename = self.filename, BytesIO()
        arsip = ZipFile(tujuan, "w", ZIP_DEFLATED, allowZip64=self.allow_zip64)
        with arsip, ThreadPoolExecutor(1) as benang:
            self._penulis = _PenulisBagian(arsip, benang)
            super()._store_workbook()

    def _get_packager(self) -> Packager:
        return self._penulis


class _PenulisBagian(Packager):  # type: ignore[misc] # XlsxWriter ships no types
    """Writes the parts of a workbook one after the other, and hands over each that is complete."""

    filenames: list[tuple[Any, str, bool]]

    def __init__(self, arsip: ZipFile, benang: Executor) -> None:
        super().__init__()
        self._arsip, self._benang = arsip, benang
        self._diserahkan: deque[Future[None]] = deque()

    def _filename(self, xml_filename: str) -> Any:  # noqa: ANN401 - XlsxWriter's own
        """Return where the next part is written: the one before is complete."""
        self._hand_over()
        return super()._filename(xml_filename)

    def _create_package(self) -> list[Any]:
        """Write all parts, and leave none for XlsxWriter to zip."""
        super()._create_package()
        self._hand_over()
        while self._diserahkan:
            self._diserahkan.popleft().result()
        return []

    def _hand_over(self) -> None:
        for isi, nama, biner in self.filenames:
            self._diserahkan.append(self._benang.submit(self._zip, isi, nama, biner=biner))
        self.filenames = []

    def _zip(self, isi: Any, nama: str, *, biner: bool) -> None:  # noqa: ANN401 - the same
        bagian = isi.getvalue() if biner else isi.getvalue().encode()
        self._arsip.writestr(ZipInfo(nama), bagian, ZIP_DEFLATED)  # of 1980, as XlsxWriter says
