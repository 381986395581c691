/* A list of numbers as a letter for each: how far it is from what is expected of the one before it.
   callbacks/number_lists.py writes them. */
const ZERO = "P".charCodeAt(0);
const WIDE = "!";
const COUNT = 91;
const WRITTEN = "~";

export function numbersOf(old, [letters, decimals, isGrowth, others]) {
  const unit = 10 ** decimals;
  const found = [];
  let at = 0;
  let written = 0;
  let whole = null;
  const far = () => letters.charCodeAt(at++) - ZERO;
  const expected = (i) => {
    if (!isGrowth || old[i] === null || !old[i - 1]) return whole;
    const grown = Math.floor((whole * old[i]) / old[i - 1] + 0.5);
    return Number.isFinite(grown) ? grown : whole;
  };
  while (at < letters.length) {
    const letter = letters[at];
    if (letter === WRITTEN) {
      at += 1;
      const value = others[written++];
      found.push(value);
      whole = value === null ? null : Math.round(value * unit);
    } else {
      if (letter === WIDE) at += 1;
      const by = letter === WIDE ? far() * COUNT + far() : far();
      whole = expected(found.length) + by;
      found.push(whole / unit);
    }
  }
  return found;
}
