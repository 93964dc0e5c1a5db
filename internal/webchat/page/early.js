// Before anything is drawn: light or dark, as chosen last time or as the system
// says.
let theme = null;
try { theme = localStorage.getItem("theme"); } catch { /* storage is forbidden */ }
document.documentElement.dataset.theme = theme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
