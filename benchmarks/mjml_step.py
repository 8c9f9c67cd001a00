"""The MJML step beside the original in Node: npm's `mjml` 5, installed into a temporary folder."""

from __future__ import annotations

import shutil
import statistics
import subprocess
import tempfile
from pathlib import Path

from measuring import ROOT, milliseconds, run
from nutgraf.app.rendering import house, open_templates
from nutgraf.render import mjml_mend as mend
from nutgraf.render.context import context
from nutgraf.render.mjml import mjml_to_html
from nutgraf.workspace.loading import open_workspace

BAR = 20.0
TIMES = 60
NODE = """
const mjml2html = require("mjml");
const text = require("fs").readFileSync("email.mjml", "utf8");
(async () => {
  const found = [];
  for (let run = 0; run < 25; run++) {
    const start = process.hrtime.bigint();
    await mjml2html(text);
    if (run >= 5) found.push(Number(process.hrtime.bigint() - start) / 1e6);
  }
  console.log(found.sort((a, b) => a - b)[Math.floor(found.length / 2)]);
})();
"""


def newest_as_mjml() -> str:
    """The newest brief of this repository as its templates make it, before it becomes HTML."""
    workspace = open_workspace(ROOT)
    brief = workspace.brief(workspace.briefs()[-1].path)
    own = house(workspace, open_templates(workspace), brief.format)
    values = context(brief, own.settings, own.format_name, own.format, own.brand)
    return mend.normal(own.templates.render(f"{brief.format}/email.mjml.j2", values))


def main() -> None:
    if shutil.which("npm") is None:
        print("the MJML step: there is no npm here to compare with")
        return
    mjml = newest_as_mjml()
    ours = milliseconds(lambda: mjml_to_html(mjml), times=TIMES)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "email.mjml").write_text(mjml, encoding="utf-8")
        install = ["npm", "install", "--silent", "--no-audit", "--no-fund", "mjml@5"]
        subprocess.run(install, cwd=folder, check=True)
        command = ["npx", "mjml", "email.mjml", "-o", "email.html"]
        run(command, folder)
        npx = statistics.median(run(command, folder).seconds for _ in range(7)) * 1000
        told = subprocess.run(
            ["node", "-e", NODE], cwd=folder, check=True, capture_output=True, text=True
        )
        warm = float(told.stdout)
    print(f"the MJML step, {len(mjml.encode()) / 1024:.0f} KB of MJML, median of {TIMES} and of 7")
    print(f"  nutgraf, checked and made HTML   {ours:8.2f} ms")
    print(f"  npx mjml, one process            {npx:8.2f} ms   {npx / ours:5.0f} times as long")
    print(f"  mjml in a warm Node process      {warm:8.2f} ms   {warm / ours:5.0f} times as long")
    verdict = "held" if npx / ours >= BAR else "NOT HELD"
    print(f"  bar: npx mjml takes {BAR:g} times as long or more: {verdict}")


if __name__ == "__main__":
    main()
