# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the runs that a notebook reads, executes it, and exports it as one HTML page.

    export.py GUIDEFUND NAME…

GUIDEFUND is the program; NAME.ipynb and NAME.runs lie in the folder above this one. NAME.runs has one command of the
program a line; `--out` names a folder below runs/notebooks/NAME. Notebook and page are replaced together, and only if
every cell ran without an error or a warning. Nothing here uses the network. The same runs and packages give the same
bytes: no times, no random identifiers, no version of the machine's Python are kept.
"""

import copy
import hashlib
import html
import json
import os
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError
from nbconvert import HTMLExporter
from traitlets.config import Config

from fonts import face

SUPPORT = Path(__file__).resolve().parent
NOTEBOOKS = SUPPORT.parent
ROOT = NOTEBOOKS.parent


class Refused(Exception):
    """What is wrong, for the reader of the terminal."""


def digest(data):
    return hashlib.sha256(data).hexdigest()


def make_runs(program, name):
    """Runs the commands of NAME.runs; gives the scenario files that they read, with digests, and the settings."""
    target = ROOT / "runs" / "notebooks" / name
    inputs, settings = {}, {}
    for line in (NOTEBOOKS / f"{name}.runs").read_text(encoding="utf-8").splitlines():
        words = shlex.split(line, comments=True)
        if not words:
            continue
        if "--out" not in words[:-1]:
            raise Refused(f"{name}.runs: {line}: name a folder with --out")
        position = words.index("--out") + 1
        words[position] = str(target / words[position])
        print("guidefund " + shlex.join(words[:position - 1]), flush=True)
        finished = subprocess.run([program, *words, "--force"], cwd=ROOT, capture_output=True, text=True)
        if finished.returncode != 0:
            raise Refused(f"{name}.runs: {line}\n{finished.stderr}")
        manifest = json.loads(Path(words[position], "manifest.json").read_text(encoding="utf-8"))
        made = {key: manifest[key] for key in ("version", "results_version", "generator", "seed", "replicates")}
        if settings not in ({}, made):
            raise Refused(f"{name}.runs: {line}: seed, replicates or program differ from the line before")
        settings = made
        for scenario in (word for word in words if word.startswith("Scenarios/")):
            inputs.update(scenario_files(scenario))
    return {**settings, "inputs": dict(sorted(inputs.items()))}


def scenario_files(scenario):
    """Files of a scenario and of those that it extends, by path from the top of the project, with their digests."""
    path = (ROOT / scenario / "scenario.yaml").resolve()
    data = path.read_bytes()
    found = {path.relative_to(ROOT).as_posix(): digest(data)}
    for line in data.decode().splitlines():
        if line.startswith("extends:"):
            parent = (path.parent / line.split(":", 1)[1].strip()).resolve()
            found.update(scenario_files(parent.parent.relative_to(ROOT).as_posix()))
    return found


def execute(name, made):
    """The notebook with fresh outputs."""
    notebook = nbformat.read(NOTEBOOKS / f"{name}.ipynb", as_version=4)
    for cell in notebook.cells:
        cell.metadata = {}
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    socket = Path(os.environ["JUPYTER_RUNTIME_DIR"], "kernel")
    client = NotebookClient(
        notebook, timeout=300, kernel_name="python3", record_timing=False, resources={"metadata": {"path": NOTEBOOKS}},
        config=Config({"KernelManager": {"transport": "ipc", "ip": str(socket)}}))
    try:
        client.execute()
    except CellExecutionError as error:
        trace = re.sub(r"\x1b\[[0-9;]*m", "", error.traceback)
        raise Refused(f"{name}.ipynb: {error.ename}: {error.evalue}\n{trace}") from None
    notebook.metadata = {
        "guidefund": made,
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
    check(name, notebook)
    return notebook


def check(name, notebook):
    """Every cell of code ran, in order, and said nothing on standard error."""
    cells = [cell for cell in notebook.cells if cell.cell_type == "code" and cell.source.strip()]
    for number, cell in enumerate(cells, start=1):
        if cell.execution_count != number:
            raise Refused(f"{name}.ipynb: cell {number} of code was not executed:\n{cell.source}")
        for output in cell.outputs:
            if output.output_type == "error" or output.get("name") == "stderr":
                raise Refused(f"{name}.ipynb: cell {number} of code:\n{cell.source}\n{output.get('text', output)}")
    if not any(cell.outputs for cell in cells):
        raise Refused(f"{name}.ipynb: no cell shows anything")


def page(name, notebook, data):
    """The notebook as HTML that names the file that it shows by its digest."""
    exporter = HTMLExporter(extra_template_basedirs=[str(SUPPORT / "template")], template_name="guidefund")
    exporter.exclude_input_prompt = exporter.exclude_output_prompt = exporter.exclude_anchor_links = True
    shown, pictures = copy.deepcopy(notebook), []
    for output in (output for cell in shown.cells for output in cell.get("outputs", [])):
        if "image/svg+xml" in output.get("data", {}):
            pictures.append(output.data["image/svg+xml"])
            output.data["image/svg+xml"] = f"[picture {len(pictures)}]"
    text, _ = exporter.from_notebook_node(shown, {"metadata": {"name": name}})
    written = html.unescape(re.sub(r"<style>.*?</style>|<[^>]*>", "", text, flags=re.DOTALL))
    rule = face("guidefund-page", "".join(sorted({character for character in written if character.isprintable()})))
    text = text.replace("<style>", f"<style>\n{rule}\n", 1)
    # The exporter writes the page anew tag by tag, in lower case; pictures come in afterwards, as they are.
    for number, picture in enumerate(pictures, start=1):
        text = text.replace(f"[picture {number}]", picture)
    text = text.replace("<head>", f'<head>\n<meta name="guidefund-notebook" content="sha256:{digest(data)}">', 1)
    for outside in ('src="http', 'href="http', "url(http", "@import", "<script"):
        if outside in text:
            raise Refused(f"{name}.html would need the network: {outside}")
    return text.encode()


def refresh(program, name):
    notebook = execute(name, make_runs(program, name))
    nbformat.validate(notebook)
    data = (nbformat.writes(notebook) + "\n").encode()
    files = {NOTEBOOKS / f"{name}.ipynb": data, NOTEBOOKS / f"{name}.html": page(name, notebook, data)}
    try:
        for path, content in files.items():
            path.with_name(path.name + ".new").write_bytes(content)
        for path, content in files.items():
            os.replace(path.with_name(path.name + ".new"), path)
            print(f"{path.relative_to(ROOT)}: {len(content) / 1000:,.0f} kB")
    finally:
        for path in files:
            path.with_name(path.name + ".new").unlink(missing_ok=True)


def main():
    program, *names = sys.argv[1:]
    with tempfile.TemporaryDirectory(prefix="guidefund-") as apart:
        # Nobody's own settings or start-up files of Jupyter and IPython take part.
        for variable in ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR"):
            os.environ[variable] = apart
        for name in names:
            try:
                refresh(str(Path(program).resolve()), name)
            except (Refused, OSError, RuntimeError, ValueError) as error:
                sys.exit(f"{error}\nThe notebook was left as it is. / 未改动笔记本。")


if __name__ == "__main__":
    main()
