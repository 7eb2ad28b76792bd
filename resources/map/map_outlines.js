"use strict";
/* Outlines of the home, the selected and the hovered location, above all neighbours.
 *
 * Each is a copy of the path that Plotly draws and follows it through pan and zoom by watching its
 * attributes, so that moving the selection never redraws the map. A location that has only a pin gets a
 * ring around it. */
const mapOutlines = (() => {
  const SVG = "http://www.w3.org/2000/svg";
  const ORDER = ["home", "hovered", "selected"]; // the last one is on top
  let gd = null;
  const targets = {};
  const watching = {};

  function group(layer) {
    const parent = gd.querySelector(`.geo .layer.${layer}`);
    if (!parent) return null;
    let found = parent.querySelector(":scope > g.outlines");
    if (!found) {
      found = document.createElementNS(SVG, "g");
      found.setAttribute("class", "outlines");
      found.style.pointerEvents = "none";
      parent.append(found);
    }
    return found;
  }

  function stroke(node, colour, width) {
    node.setAttribute("fill", "none");
    node.setAttribute("stroke", colour);
    node.setAttribute("stroke-width", width);
    node.setAttribute("stroke-linejoin", "round");
  }

  /* The shape itself once more above its outline, so that strokes lie outside and islands stay visible. */
  function face(name) {
    const copy = document.createElementNS(SVG, "path");
    copy.setAttribute("class", `outline-${name} face`);
    return copy;
  }

  /* A line, and what keeps it apart from the land within and from the neighbours: on some step of every ramp a line
   * alone would not be seen. */
  const LOOKS = {
    home: c => ({line: c.home, width: 1.7, halo: c.halo, apart: 0.9}),
    hovered: c => ({line: c.hovered, width: 0.6}),
    selected: c => ({line: c.selected, width: 2, halo: c.selected_halo, apart: 1.2})
  };

  /* Strokes around a shape, the widest first; half of each lies below the face of the shape. */
  function around({line, width, halo, apart}) {
    if (!halo) return [[line, 2 * width]];
    return [[halo, 2 * (width + 2 * apart)], [line, 2 * (width + apart)], [halo, 2 * apart]];
  }
  /* Strokes of a ring, which has both sides free. */
  const ring = ({line, width, halo, apart}) => (halo ? [[halo, width + 2 * apart]] : []).concat([[line, width]]);

  function place(name, colours, size) {
    (watching[name] || []).forEach(observer => observer.disconnect());
    watching[name] = [];
    gd.querySelectorAll(`.outline-${name}`).forEach(node => node.remove());
    const target = targets[name];
    if (!target) return;
    for (const [layer, source] of [["backplot", target.path], ["frontplot", target.pin]]) {
      const holder = source && group(layer);
      if (!holder) continue;
      const strokes = layer === "backplot" ? around(LOOKS[name](colours)) : ring(LOOKS[name](colours));
      const copies = strokes.map(([colour, width]) => {
        const copy = document.createElementNS(SVG, layer === "backplot" ? "path" : "circle");
        copy.setAttribute("class", `outline-${name}`);
        if (layer === "frontplot") copy.setAttribute("r", (name === "selected" ? 8 : 7) * size);
        stroke(copy, colour, width * size);
        return copy;
      });
      if (layer === "backplot" && name !== "hovered") copies.push(face(name));
      const attributes = layer === "backplot" ? ["d", "fill", "style"] : ["transform", "display"];
      const follow = () => copies.forEach(copy => attributes.forEach(attribute => {
        const value = source.getAttribute(attribute);
        if (!copy.classList.contains("face") && (attribute === "fill" || attribute === "style")) return;
        if (value === null) copy.removeAttribute(attribute); else copy.setAttribute(attribute, value);
      }));
      follow();
      const later = ORDER.slice(ORDER.indexOf(name) + 1).map(other => `.outline-${other}`).join(",");
      const before = later ? holder.querySelector(later) : null;
      copies.forEach(copy => holder.insertBefore(copy, before));
      const observer = new MutationObserver(follow);
      observer.observe(source, {attributes: true, attributeFilter: attributes});
      watching[name].push(observer);
    }
  }

  function attach(plot) { gd = plot; }
  /* target: {path, pin} elements drawn by Plotly, either may be missing; null for none. */
  function set(name, target, colours, size) { targets[name] = target; place(name, colours, size); }

  return {attach, set, ORDER};
})();
