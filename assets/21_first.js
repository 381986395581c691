/* Dash's first two questions are answered by the document, and the page is in its place. */
(function () {
  "use strict";
  const asked = window.fetch;
  const address = window.dash_clientside.address;
  const { read } = address;
  const found = (name) => document.getElementById(`first${name}`);
  let placed = Boolean(found("_dash-layout"));

  window.fetch = function (resource) {
    const box = found(String(resource.url || resource).split("/").pop());
    if (!box) return asked.apply(this, arguments);
    box.remove();
    const headers = { "Content-Type": "application/json" };
    return Promise.resolve(new Response(box.textContent, { headers }));
  };

  /* To read the address is to ask the server for its page, which only back and forward need. */
  address.read = function () {
    if (!placed) return read.apply(this, arguments);
    placed = false;
    return window.dash_clientside.no_update;
  };
})();
