/* A question to the server: the value of the page's first store, for what becomes of its second, in
   the words of Dash's callbacks. */
const ADDRESS = "/_dash-update-component";

const body = (prefix, asked) => ({
  output: `${prefix}change.data`,
  outputs: { id: `${prefix}change`, property: "data" },
  inputs: [{ id: `${prefix}asked`, property: "data", value: asked }],
  state: [],
  changedPropIds: [`${prefix}asked.data`],
});

let last = null;

/* What changed, or nothing when another question was put meanwhile. Without an answer it throws. */
export async function question(prefix, asked) {
  if (last) last.abort();
  const own = new AbortController();
  last = own;
  try {
    const answer = await fetch(ADDRESS, {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "application/json" },
      body: JSON.stringify(body(prefix, asked)),
      signal: own.signal,
    });
    if (!answer.ok) throw new Error(`${answer.status} ${answer.statusText}`);
    const { response } = await answer.json();
    return own === last ? response[`${prefix}change`].data : null;
  } catch (failure) {
    if (own !== last) return null;
    throw failure;
  }
}
