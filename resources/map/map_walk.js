"use strict";
/* Going from place to place with the arrow keys. */
const mapWalk = (() => {
  const ASIDE = 2; // a place that lies aside counts as this much further away
  const NEAR_EDGE = 24; // pixels: a place closer to the edge than this is brought to the middle

  /* The place that is next in a direction, as [id, x, y]; null where there is none.
   *
   * from: [x, y]; step: [east, north]; spots: [id, x, y] of every place. */
  function next(from, step, spots) {
    let best = null, least = Infinity;
    for (const spot of spots) {
      const right = spot[1] - from[0], up = from[1] - spot[2];
      const along = right * step[0] + up * step[1], aside = Math.abs(right * step[1]) + Math.abs(up * step[0]);
      if (along < 1 || aside > ASIDE * along || along + ASIDE * aside >= least) continue;
      least = along + ASIDE * aside;
      best = spot;
    }
    return best;
  }

  /* Where a place stands in the window, as Plotly draws it. */
  function spotOf(gd, point) {
    const projected = gd._fullLayout.geo._subplot.projection([point[1], point[0]]);
    return projected && projected.every(Number.isFinite) ? projected : null;
  }

  const isInside = (spot, width, tall) =>
    spot[0] > NEAR_EDGE && spot[1] > NEAR_EDGE && spot[0] < width - NEAR_EDGE && spot[1] < tall - NEAR_EDGE;

  return {next, spotOf, isInside};
})();
