/* A list of numbers as a letter for each: how far it is from what is expected of the one before it.
   callbacks/number_lists.py writes them. */
const ZERO = "P".charCodeAt(0);
const WIDE = "!";
const COUNT = 91;
const WRITTEN = "~";

/* `source` is where the growth that is expected is found: nowhere (0), in the list that stands there
   (-1), or so many places before. */
export function numbersOf(old, [letters, decimals, source, others]) {
  const unit = 10 ** decimals;
  const wholes = [];
  const other = (i) => (source > 0 ? wholes[i - source] : old[i]);
  const expected = (before, i) => {
    const grown = source && other(i - 1) && Number.isFinite(other(i))
      ? Math.floor((before * other(i)) / other(i - 1) + 0.5) : before;
    return Number.isFinite(grown) ? grown : before;
  };
  const found = [];
  let at = 0;
  let written = 0;
  const far = () => letters.charCodeAt(at++) - ZERO;
  while (at < letters.length) {
    const letter = letters[at];
    if (letter === WRITTEN || letter === WIDE) at += 1;
    if (letter === WRITTEN) {
      const value = others[written++];
      wholes.push(value === null ? null : Math.round(value * unit));
      found.push(value);
    } else {
      const i = wholes.length;
      const by = letter === WIDE ? far() * COUNT + far() : far();
      wholes.push(expected(wholes[i - 1], i) + by);
      found.push(wholes[i] / unit);
    }
  }
  return found;
}
