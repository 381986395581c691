/* What stands in a field of numbers, as text: within its bounds, whole where its steps are and else
   with two decimals; what is no number is the usual one. */
export function bounded({ min, max, step, value, dataset }) {
  const number = value === "" || Number.isNaN(Number(value)) ? dataset.usual : value;
  const within = Math.min(Number(max), Math.max(Number(min), Number(number)));
  return String(Number(step) === 1 ? Math.round(within) : Math.round(100 * within) / 100);
}
