"use strict";
/* Names of a few places, each in a box beside its place and joined to it by a line: for a room that watches.
 *
 * A layer of its own above the plot, laid out anew whenever the view has moved. */
const mapNames = (() => {
  const SVG = "http://www.w3.org/2000/svg";
  const TYPE = 11, SIDE = 6, HIGH = 18, EDGE = 4, APART = 3, DOT = 3; // in units of the text scale; EDGE in pixels
  const AROUND = 9; // half of what a place keeps free around its own point: the ring around a pin that is selected
  const AWAY = [12, 26, 44, 66, 92, 124]; // how far a box may stand from its place
  // Beside it, then above and below, then between them: [east, south].
  const WAYS = [[1, 0], [-1, 0], [0, -1], [0, 1], [1, -1], [-1, -1], [1, 1], [-1, 1]];
  const pen = document.createElement("canvas").getContext("2d");
  let names = []; // [location id, text], the most important first

  function add(parent, tag, attributes) {
    const node = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
    parent.append(node);
    return node;
  }
  function sheet(gd) {
    return document.getElementById("names") || add(gd, "svg", {id: "names", "aria-hidden": "true"});
  }
  const around = ([x, y], half) => [x - half, y - half, x + half, y + half];
  const touch = (a, b, apart) => a[0] < b[2] + apart && b[0] < a[2] + apart && a[1] < b[3] + apart && b[1] < a[3] + apart;

  /* Boxes where a name may stand, the nearest first, all of them inside the window. */
  function* boxes([x, y], width, high, size, gd) {
    for (const away of AWAY)
      for (const [east, south] of WAYS) {
        const share = east && south ? Math.SQRT1_2 : 1; // aslant both steps together are as far
        const left = x + east * away * size * share - width * (1 - east) / 2;
        const top = y + south * away * size * share - high * (1 - south) / 2;
        const box = [left, top, left + width, top + high];
        if (box[0] >= EDGE && box[1] >= EDGE && box[2] <= gd.clientWidth - EDGE && box[3] <= gd.clientHeight - EDGE)
          yield box;
      }
  }

  /* spotOf: place id to [x, y] on the screen or null; marks: spots of other marks, which a name leaves free if it can. */
  function place(gd, spotOf, marks, colours, size) {
    const layer = sheet(gd);
    layer.replaceChildren();
    const shown = names.map(([id, text]) => ({id, text, spot: spotOf(id)})).filter(one => one.spot &&
      one.spot[0] >= 0 && one.spot[1] >= 0 && one.spot[0] <= gd.clientWidth && one.spot[1] <= gd.clientHeight);
    const points = shown.map(one => around(one.spot, AROUND * size)), others = marks.map(spot => around(spot, DOT * 2 * size));
    const font = `600 ${TYPE * size}px ${getComputedStyle(document.body).fontFamily}`, taken = [];
    pen.font = font;
    for (const one of shown) {
      const width = pen.measureText(one.text).width + 2 * SIDE * size, high = HIGH * size;
      const free = [...boxes(one.spot, width, high, size, gd)]
        .filter(box => ![...points, ...taken].some(other => touch(box, other, APART * size)));
      one.box = free.find(box => !others.some(other => touch(box, other, 0))) || free[0];
      if (one.box) taken.push(one.box);
    }
    // Lines below all boxes: none crosses out a name.
    for (const {box, spot: [x, y]} of shown.filter(one => one.box)) {
      const end = {x2: Math.min(box[2], Math.max(box[0], x)), y2: Math.min(box[3], Math.max(box[1], y))};
      add(layer, "line", {x1: x, y1: y, ...end, stroke: colours.card, "stroke-width": 4 * size});
      add(layer, "line", {x1: x, y1: y, ...end, stroke: colours.text, "stroke-width": 1.6 * size});
      add(layer, "circle", {cx: x, cy: y, r: DOT * size, fill: colours.card, stroke: colours.text, "stroke-width": 1.6 * size});
    }
    for (const {id, text, box} of shown.filter(one => one.box)) {
      const group = add(layer, "g", {class: "name", "data-place": id});
      add(group, "rect", {x: box[0], y: box[1], width: box[2] - box[0], height: box[3] - box[1], rx: 4 * size,
        fill: colours.card, stroke: colours.text, "stroke-width": size});
      const word = add(group, "text", {x: (box[0] + box[2]) / 2, y: (box[1] + box[3]) / 2, fill: colours.text,
        "text-anchor": "middle", "dominant-baseline": "central"});
      word.style.font = font;
      word.textContent = text;
    }
  }

  return {set: rows => { names = rows; }, any: () => names.length > 0, place};
})();
