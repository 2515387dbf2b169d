/** The scheme of the notebook around the widget, which need not be that of the system. */

/** Set `data-theme` of a host as the notebook's; return what ends the watching. */
export function followTheme(host: HTMLElement): () => void {
  const set = () => {
    const theme = notebookTheme();
    if (theme) host.setAttribute("data-theme", theme);
    else host.removeAttribute("data-theme");
  };
  const watcher = new MutationObserver(set);
  const attributeFilter = ["class", "data-theme", "data-jp-theme-light", "data-vscode-theme-kind"];
  for (const element of [document.documentElement, document.body]) {
    watcher.observe(element, { attributes: true, attributeFilter });
  }
  set();
  return () => watcher.disconnect();
}

/** Return the scheme as JupyterLab, VS Code or Sphinx say it; empty where nobody does. */
function notebookTheme(): "light" | "dark" | "" {
  const { body, documentElement } = document;
  const lab = body.dataset.jpThemeLight;
  if (lab) return lab === "false" ? "dark" : "light";
  const code = body.dataset.vscodeThemeKind;
  if (code) return code.includes("light") ? "light" : "dark";
  const page = documentElement.dataset.theme;
  return page === "dark" || page === "light" ? page : "";
}
