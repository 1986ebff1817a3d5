"""Executes a notebook with nbclient: execute.py IN OUT FOLDER CELL_SECONDS. One JSON event a line on stdout."""
import json
import re
import sys
import time

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

source, result, folder, cell_seconds = sys.argv[1:5]
ANSI = re.compile(r"\x1b\[[0-9;]*m")


def say(**event):
    print(json.dumps(event), flush=True)


class Timed(NotebookClient):
    """Says how long each cell took."""

    async def async_execute_cell(self, cell, cell_index, **kwargs):
        begun = time.monotonic()
        self.at = cell_index + 1
        try:
            return await super().async_execute_cell(cell, cell_index, **kwargs)
        finally:
            if cell.cell_type == "code":
                say(cell=cell_index + 1, seconds=time.monotonic() - begun)


def failure(notebook, number, words):
    source = notebook.cells[number - 1].source if 0 < number <= len(notebook.cells) else ""
    first = next((line for line in source.splitlines() if line.strip()), "")
    return "cell %d (%s): %s" % (number, first.strip(), ANSI.sub("", words).strip())


begun = time.monotonic()
error = ""
notebook = nbformat.read(source, as_version=4)
client = Timed(notebook, timeout=int(cell_seconds), kernel_name="marl-java",
               resources={"metadata": {"path": folder}}, record_timing=False)
client.at = 0
try:
    client.execute()
except CellExecutionError as wrong:
    words = "\n".join(line for line in wrong.traceback.splitlines() if line.strip())
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            if output.output_type == "error":
                words = "\n".join(output.traceback) or output.ename + ": " + output.evalue
    error = failure(notebook, client.at, words)
except CellTimeoutError:
    error = failure(notebook, client.at, "took longer than %s s" % cell_seconds)
except (DeadKernelError, RuntimeError) as dead:
    error = failure(notebook, client.at, "the kernel died (%s)" % dead)
except Exception as other:
    error = "%s: %s" % (type(other).__name__, other)
nbformat.write(notebook, result)
say(total=time.monotonic() - begun, error=error)
