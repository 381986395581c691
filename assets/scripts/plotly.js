/* plotly.js is loaded when the first chart comes near, or when the page has nothing else to do: what
   is read needs it not. */
const source = document.querySelector('link[rel="preload"][href$="/plotly.js"]');
let loading = null;
let tell = null;

/* Resolves when it has come, whoever asked for it. */
export const arrived = new Promise((resolve) => { tell = resolve; });

function load(resolve, reject) {
  const script = document.createElement("script");
  script.src = source.href;
  script.onload = () => {
    tell();
    resolve();
  };
  script.onerror = () => {
    loading = null;
    script.remove();
    reject(new Error(`${source.href} could not be fetched`));
  };
  document.body.append(script);
}

/* Resolves when charts can be drawn. */
export function plotly() {
  loading = loading || new Promise(load);
  return loading;
}

/* Paper takes what is there at once, and a small screen is seldom printed. */
if (source && !matchMedia("(max-width: 600px)").matches) {
  const soon = window.requestIdleCallback || setTimeout;
  window.addEventListener("load", () => soon(() => plotly().catch(() => {})));
}
