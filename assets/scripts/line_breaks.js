/* Words that would run out of a picture are broken after a space, an address after an &. */
export function broken(words, width) {
  const lines = [""];
  for (const word of words.match(/[^ &]*[ &]?/g)) {
    if ((lines.at(-1) + word).length > width) lines.push("");
    lines[lines.length - 1] += word;
  }
  return lines.map((line) => line.trim());
}
