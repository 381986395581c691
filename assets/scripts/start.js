/* The framework, which answers touches, starts when the page is painted. */
import { hooks } from "./failure.js";

function start(source) {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    const script = document.createElement("script");
    script.id = "_dash-renderer";
    script.src = source.href;
    script.onload = () => new window.DashRenderer(hooks);
    document.body.append(script);
  };
  /* A frame is on the screen when the task after its animation frame runs. */
  requestAnimationFrame(() => port2.postMessage(0));
}

const source = document.querySelector('link[rel="preload"][href$="/dash-renderer.js"]');
if (source) start(source);
