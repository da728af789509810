// Before anything is drawn: the scheme that the reader chose, if one was.
(() => {
  const root = document.documentElement;
  const kept = () => {
    try {
      return localStorage.getItem("scheme");
    } catch {
      return null;
    }
  };
  const chosen = kept();
  if (chosen === "light" || chosen === "dark") root.dataset.scheme = chosen;
  addEventListener("DOMContentLoaded", () => {
    const button = document.getElementById("scheme");
    const isDark = () =>
      (root.dataset.scheme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
    // Pictures with a dark variant follow the reader's choice, not the system's.
    const sources = [...document.querySelectorAll("picture source")].map((source) => [source, source.media]);
    const show = () => {
      for (const [source, media] of sources) {
        const asked = { light: "(max-width: 0)", dark: "(min-width: 0)" }[root.dataset.scheme];
        source.media = asked === undefined ? media : media.replace("(prefers-color-scheme: dark)", asked);
      }
      button.textContent = isDark() ? "Light" : "Dark";
      button.setAttribute("aria-label", isDark() ? "Light colours" : "Dark colours");
    };
    button.hidden = false;
    show();
    button.addEventListener("click", () => {
      root.dataset.scheme = isDark() ? "light" : "dark";
      try {
        localStorage.setItem("scheme", root.dataset.scheme);
      } catch {
        // Kept for this page alone, where nothing may be kept.
      }
      show();
    });
  });
})();
