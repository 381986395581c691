/* The steps from one text to another: what is copied, what is new, and how much each number of what
   is copied is another. callbacks/text_steps.py says what they are. */
const NUMBER = /-?[0-9]{1,9}(?:[.,][0-9]{1,4})?/g;
const WORDS = /(?=<| (?!-?[0-9]))/;
const SAME = "P";
const WRITTEN = "~";

/* A number whose last digit is so much more. */
function moved(number, by) {
  const [, mark = "", part = ""] = number.match(/([.,])(.*)/) || [];
  const value = Number(number.replace(mark, "")) + by;
  const digits = String(Math.abs(value)).padStart(part.length + 1, "0");
  const end = digits.length - part.length;
  return (value < 0 ? "-" : "") + digits.slice(0, end) + mark + digits.slice(end);
}

export function walked(old, [steps, letters, written]) {
  const words = old.split(WORDS);
  const numbers = written.split(" ");
  let here = 0;
  let told = 0;
  let known = 0;
  const other = (number) => {
    const letter = letters[told++] || SAME;
    if (letter === SAME) return number;
    if (letter === WRITTEN) return numbers[known++];
    return moved(number, letter.charCodeAt(0) - SAME.charCodeAt(0));
  };
  const took = (step) => {
    const from = here;
    here += Array.isArray(step) ? step[0] : step.length ? 1 : step;
    if (typeof step === "string") return step;
    return Array.isArray(step) ? "" : words.slice(from, here).join("").replace(NUMBER, other);
  };
  return (steps.length ? steps : [words.length]).map(took).join("");
}
