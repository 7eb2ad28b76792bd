"use strict";
/* Delivery hubs: dots for the selected location, for all when zoomed in; names where there is room. */
const mapHubs = (() => {
  const ALL_FROM = 3.5, NAMES_OF_SELECTED_FROM = 2.5, NAMES_OF_ALL_FROM = 5, RINGS_FROM = 2;
  const STEPS = [RINGS_FROM, NAMES_OF_SELECTED_FROM, ALL_FROM, NAMES_OF_ALL_FROM, 7, 10, 14, 20, 28];
  let hubs = []; // [location id, name, latitude, longitude]

  /* A number that changes when zooming changes what is to be shown. */
  const step = zoom => STEPS.filter(limit => zoom >= limit).length;

  function shown(selected, zoom) {
    const own = hubs.filter(hub => hub[0] === selected);
    return zoom >= ALL_FROM ? own.concat(hubs.filter(hub => hub[0] !== selected)) : own;
  }

  /* Names in order of importance, each only if it touches no dot or name that is there already. */
  function names(dots, selected, zoom, size, apart) {
    const taken = [];
    return dots.map(hub => {
      if (zoom < (hub[0] === selected ? NAMES_OF_SELECTED_FROM : NAMES_OF_ALL_FROM)) return "";
      const half = 3.4 * size * hub[1].length, high = 22 * size;
      const free = taken.every(([other, width]) => {
        const [x, y] = apart(hub, other);
        return Math.abs(x) > half + width || Math.abs(y) > high;
      });
      if (free) taken.push([hub, half]);
      return free ? hub[1] : "";
    });
  }

  function trace(selected, size, colours, font, box) {
    const zoom = mapFrame.zoom(), dots = shown(selected, zoom), far = zoom < RINGS_FROM;
    const apart = (a, b) => mapFrame.apart([a[2], a[3]], [b[2], b[3]], box.clientWidth, box.clientHeight);
    return {
      type: "scattergeo", mode: "markers+text", hoverinfo: "skip", points: dots.map(hub => [hub[2], hub[3]]),
      text: dots.length ? names(dots, selected, zoom, size, apart) : [""],
      textposition: "top center", textfont: {size: 11 * size, color: colours.text, family: font},
      marker: {size: (far ? 2.6 : 6) * size, symbol: "circle", color: colours.card,
        line: {color: colours.text, width: far ? 0 : 1.4 * size}}
    };
  }

  return {set: rows => { hubs = rows; }, any: () => hubs.length > 0, step, trace};
})();
