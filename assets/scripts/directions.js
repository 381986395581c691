/* Which of several places lies nearest in a direction. */

/* The index of the place in `places`, or -1 when none lies ahead. Distance counts, straying sideways
   counts double, and what lies more aside than ahead is only gone to when nothing else is there. */
export function nearest(from, turn, places) {
  const ahead = within(from, turn, places, 1.5);
  return ahead === -1 ? within(from, turn, places, Infinity) : ahead;
}

function within([x, y], [dx, dy], places, most) {
  let best = -1;
  let least = Infinity;
  places.forEach(([px, py], i) => {
    const along = (px - x) * dx + (py - y) * dy;
    const aside = Math.abs((px - x) * dy) + Math.abs((py - y) * dx);
    if (along > 1 && aside <= most * along && along + 2 * aside < least) {
      least = along + 2 * aside;
      best = i;
    }
  });
  return best;
}
