// The screens of a meeting by the keys of a presenter: arrows, and those of a remote control.
const WAYS = { ArrowRight: "next", PageDown: "next", ArrowLeft: "prev", PageUp: "prev" };

document.addEventListener("keydown", (event) => {
  const way = WAYS[event.key];
  const plain = !(event.altKey || event.ctrlKey || event.metaKey || event.shiftKey);
  // A plot or table that scrolls sideways keeps its own arrows.
  const scrolls = event.target.scrollWidth > event.target.clientWidth && event.target.tabIndex === 0;
  if (!way || !plain || (scrolls && event.target.closest(".thought"))) return;
  const link = document.querySelector(`.meeting .ways a[rel="${way}"]`);
  if (!link) return;
  event.preventDefault();
  link.click();
});
