/* The words of the address that an editor stands for. */
export const USUAL_PEERS = { count: 4, weight: 1 };
export const USUAL_ASSUMPTIONS = "usual";
export const DECISION = "2024";

/* Peers that are similar: `weights` are pairs of feature and weight. */
export function similarWords(count, weights) {
  const options = weights
    .filter(([, weight]) => weight !== USUAL_PEERS.weight)
    .map(([feature, weight]) => `${feature}=${weight}`);
  if (count !== USUAL_PEERS.count) options.unshift(`k=${count}`);
  return options.length ? `similar:${options.join(",")}` : "similar";
}

/* Assumptions as they are in `words`, with one of them set; what is as usual is not said. */
export function assumedWords(words, name, value, usual) {
  const pairs = words === USUAL_ASSUMPTIONS ? [] : words.split(",").map((pair) => pair.split("="));
  const assumed = new Map(pairs);
  if (value === usual) assumed.delete(name);
  else assumed.set(name, value);
  return [...assumed].map((pair) => pair.join("=")).join(",") || USUAL_ASSUMPTIONS;
}

/* A rule: `parts` are name, value and value in the decision, of which those alike are not said. */
export function ruleWords(parts) {
  return parts
    .filter(({ value, usual }) => value !== usual)
    .map(({ name, value }) => `${name}=${value}`)
    .join(",") || DECISION;
}

/* What stands in a field as a number within its bounds, or `usual` where it is none. */
export function within({ min, max, value }, usual) {
  const number = value === "" || Number.isNaN(Number(value)) ? usual : Number(value);
  return Math.min(Number(max), Math.max(Number(min), number));
}
