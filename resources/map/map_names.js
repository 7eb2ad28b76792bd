"use strict";
/* Names of a few places, each in a box beside its place and joined to it by a line: for a room that watches.
 *
 * A layer of its own above the plot, laid out anew whenever the view has moved. */
const mapNames = (() => {
  const SVG = "http://www.w3.org/2000/svg";
  const TYPE = 11, SIDE = 6, HIGH = 18, EDGE = 4, APART = 3, DOT = 3; // in units of the text scale; EDGE in pixels
  const AROUND = 9; // half of what a place keeps free around its own point: the ring around a pin that is selected
  const AWAY = [12, 20, 30, 44, 60, 80, 104, 130]; // how far a box may stand from its place
  const WAYS = [...Array(16)].map((_, i) => [Math.cos(i * Math.PI / 8), Math.sin(i * Math.PI / 8)]); // beside it first
  // What covering another mark, or crossing another line or box, is worth in such distance.
  const COVERS = 6, CROSSES = 60;
  const pen = document.createElement("canvas").getContext("2d");
  let names = []; // [location id, text], the most important first

  function add(parent, tag, attributes) {
    const node = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
    parent.append(node);
    return node;
  }
  const sheet = gd => document.getElementById("names") || add(gd, "svg", {id: "names", "aria-hidden": "true"});
  const widthOf = (text, font) => { pen.font = font; return pen.measureText(text).width; };

  // Boxes are [left, top, right, bottom], lines [x, y, x, y].
  const around = ([x, y], half) => [x - half, y - half, x + half, y + half];
  const touch = (a, b, apart) => a[0] < b[2] + apart && b[0] < a[2] + apart && a[1] < b[3] + apart && b[1] < a[3] + apart;
  const side = (a, b, c, d, x, y) => Math.sign((c - a) * (y - b) - (d - b) * (x - a));
  const cross = (a, b) => side(...a, b[0], b[1]) !== side(...a, b[2], b[3]) && side(...b, a[0], a[1]) !== side(...b, a[2], a[3]);
  const runsThrough = ([x, y, to, down], [left, top, right, bottom]) =>
    [[left, top, right, bottom], [left, bottom, right, top]].some(one => cross([x, y, to, down], one));
  /* From a place to the nearest point of its box. */
  const lineTo = ([x, y], box) => [x, y, Math.min(box[2], Math.max(box[0], x)), Math.min(box[3], Math.max(box[1], y))];

  /* Where a name of a size may stand inside the window: [distance, box]. */
  function* places([x, y], width, high, size, gd) {
    for (const away of AWAY)
      for (const [east, south] of WAYS) {
        const left = x + east * (away * size + width / 2) - width / 2, top = y + south * (away * size + high / 2) - high / 2;
        const box = [left, top, left + width, top + high];
        if (box[0] >= EDGE && box[1] >= EDGE && box[2] <= gd.clientWidth - EDGE && box[3] <= gd.clientHeight - EDGE)
          yield [away, box];
      }
  }

  /* spotOf: place id to [x, y] on the screen or null; marks: spots that a name leaves free if it is not much further
   * away then; written: boxes of other texts, which none covers. */
  function place(gd, spotOf, marks, written, colours, size) {
    const layer = sheet(gd);
    layer.replaceChildren();
    const shown = names.map(([id, text]) => ({id, text, spot: spotOf(id)})).filter(one => one.spot &&
      one.spot[0] >= 0 && one.spot[1] >= 0 && one.spot[0] <= gd.clientWidth && one.spot[1] <= gd.clientHeight);
    const points = shown.map(one => around(one.spot, AROUND * size)), others = marks.map(spot => around(spot, DOT * 2 * size));
    const font = `600 ${TYPE * size}px ${getComputedStyle(document.body).fontFamily}`, taken = [...written], lines = [];
    for (const one of shown) {
      let least = Infinity;
      for (const [away, box] of places(one.spot, widthOf(one.text, font) + 2 * SIDE * size, HIGH * size, size, gd)) {
        if (away >= least || [...points, ...taken].some(other => touch(box, other, APART * size))) continue;
        const line = lineTo(one.spot, box);
        const crossed = lines.filter(other => cross(line, other) || runsThrough(other, box)).length +
          taken.filter(other => runsThrough(line, other)).length;
        const cost = away + COVERS * others.filter(other => touch(box, other, 0)).length + CROSSES * crossed;
        if (cost < least) [least, one.box] = [cost, box];
      }
      if (!one.box) continue;
      taken.push(one.box);
      lines.push(lineTo(one.spot, one.box));
    }
    // Lines below all boxes: none crosses out a name.
    const named = shown.filter(one => one.box);
    for (const {box, spot} of named) {
      const [x1, y1, x2, y2] = lineTo(spot, box);
      add(layer, "line", {x1, y1, x2, y2, stroke: colours.card, "stroke-width": 4 * size});
      add(layer, "line", {x1, y1, x2, y2, stroke: colours.text, "stroke-width": 1.6 * size});
      add(layer, "circle", {cx: x1, cy: y1, r: DOT * size, fill: colours.card, stroke: colours.text, "stroke-width": 1.6 * size});
    }
    for (const {id, text, box} of named) {
      const group = add(layer, "g", {class: "name", "data-place": id});
      add(group, "rect", {x: box[0], y: box[1], width: box[2] - box[0], height: box[3] - box[1], rx: 4 * size,
        fill: colours.card, stroke: colours.text, "stroke-width": size});
      const word = add(group, "text", {x: (box[0] + box[2]) / 2, y: (box[1] + box[3]) / 2, fill: colours.text,
        "text-anchor": "middle", "dominant-baseline": "central"});
      word.style.font = font;
      word.textContent = text;
    }
  }

  return {set: rows => { names = rows; }, place, widthOf};
})();
