"use strict";
/* The map page: holds the state that Python last sent and draws it with Plotly.
 *
 * Python calls the functions of `advisorMap`; the page answers through the web channel object `bridge`. */
const advisorMap = (() => {
  const LAND = 0, ROUTE = 1, PINS = 2, HUBS = 3; // traces; then flags, and the chosen location last
  const gd = document.getElementById("map");
  let bridge = null, theme = null, labels = {};
  let features = [], indexOf = new Map();
  let picture = {ids: [], z: [], home: null, chosen: null, flagged: [], points: {}, legend: null}, places = new Map();
  let pins = [], selected = null, hovered = null, outside = null;
  const wanted = new Set();
  const STILL = 3; // pixels: a pointer that moves further while it is down drags the map and selects nothing
  let pressed = [0, 0], dragged = false;
  let textScale = 1, drawn = false, hubStep = 0, pointer = [0, 0];
  let walked = null; // the place whose card the keyboard has opened

  // ---- what is drawn ------------------------------------------------------------------------------
  const colours = () => theme.palette;
  const look = z => z >= 0 ? "ranked" : Object.keys(theme.bands).find(name => Math.abs(theme.bands[name] - z) < 1e-6);

  function positions() {
    const z = new Array(features.length).fill(theme.bands.land);
    picture.ids.forEach((id, i) => { if (indexOf.has(id)) z[indexOf.get(id)] = picture.z[i]; });
    return z;
  }
  function borders(z) {
    const c = colours(), own = {unknown: c.unknown_line, insufficient: c.insufficient_line, excluded: c.excluded_line};
    return z.map(value => own[look(value)] || c.border);
  }
  /* Marks grow with the window or with the type, whichever is larger: with both they would cover the land. */
  const unit = () => Math.max(textScale, Math.min(2, gd.clientWidth / 1000, gd.clientHeight / 600));
  const pinValues = () => pins.map(pin => picture.z[places.get(pin.id)]);

  function pointOf(id) { // [latitude, longitude]: the main hub, else the label point of the polygon
    if (picture.points[id]) return picture.points[id];
    const feature = features[indexOf.get(id)];
    return feature ? [feature.properties.lat, feature.properties.lon] : null;
  }
  function findPins() {
    return picture.ids.flatMap(id => {
      const feature = features[indexOf.get(id)];
      if (feature && !feature.properties.small) return [];
      const point = feature ? [feature.properties.lat, feature.properties.lon] : picture.points[id];
      return point ? [{id, lat: point[0], lon: point[1]}] : [];
    });
  }
  function route() {
    const ends = selected && picture.home && selected !== picture.home ? [pointOf(picture.home), pointOf(selected)] : [];
    return ends.every(Boolean) ? ends : [];
  }

  /* Plotly leaves an empty trace out; one point that is nowhere keeps it, and the others in their places. */
  const spots = points => points.length ? {lat: points.map(p => p[0]), lon: points.map(p => p[1])}
    : {lat: [null], lon: [null]};

  function traces() {
    const c = colours(), z = positions(), line = route(), size = unit();
    const {points, ...hubs} = mapHubs.trace(selected, size, c, getComputedStyle(document.body).fontFamily, gd);
    return [
      {type: "choropleth", geojson: {type: "FeatureCollection", features}, featureidkey: "id",
        locations: features.map(feature => feature.id), z, zmin: -1, zmax: theme.top, zauto: false,
        colorscale: theme.scale, showscale: false, hoverinfo: "none",
        marker: {line: {color: borders(z), width: 0.6 * size}}},
      {type: "scattergeo", mode: "lines", ...spots(line), hoverinfo: "skip",
        line: {color: c.route, width: 1.6 * size}},
      {type: "scattergeo", mode: "markers", ...spots(pins.map(p => [p.lat, p.lon])), hoverinfo: "none",
        marker: {size: pinSizes(), color: pinValues(), cmin: -1, cmax: theme.top, cauto: false, colorscale: theme.scale, showscale: false,
          opacity: 1, line: {color: pinBorders(), width: 1.2 * size}}},
      {...hubs, ...spots(points)},
      flagTrace(c, size),
      chosenTrace(c, size)
    ];
  }
  function flagTrace(c, size) { // war, sanctions, lists: whatever the layer shows
    return {
      type: "scattergeo", mode: "markers", hoverinfo: "skip", ...spots(picture.flagged.map(pointOf).filter(Boolean)),
      marker: {size: 7 * size, symbol: "triangle-up", color: c.card, line: {color: c.text, width: 1.3 * size}}
    };
  }
  function chosenTrace(c, size) { // a mark and a word, so that no colour alone says it
    const spot = picture.chosen && pointOf(picture.chosen);
    return {
      type: "scattergeo", mode: "markers+text", hoverinfo: "skip", ...spots(spot ? [spot] : []),
      text: [spot ? labels.chosen : ""], textposition: "bottom center",
      textfont: {size: 12 * size, color: c.text, family: getComputedStyle(document.body).fontFamily, weight: 700,
        shadow: `0 0 3px ${c.card}, 0 0 3px ${c.card}, 0 0 2px ${c.card}, 0 0 2px ${c.card}`},
      marker: {size: 11 * size, symbol: "star", color: c.card, line: {color: c.text, width: 1.6 * size}}
    };
  }
  const pinSizes = () => pinValues().map(value => (value < 0 ? 5.5 : 8) * unit()); // scores first
  function pinBorders() {
    const c = colours();
    return pinValues().map(value => value < 0 ? c.unknown_line : c.pin_line);
  }
  function layout() {
    const c = colours(), frame = mapFrame.layout(gd.clientWidth, gd.clientHeight);
    const grid = {showgrid: true, gridcolor: c.grid, gridwidth: 1, dtick: 30};
    return {
      width: gd.clientWidth, height: gd.clientHeight, margin: {l: 0, r: 0, t: 0, b: 0},
      paper_bgcolor: c.sea, plot_bgcolor: c.sea, showlegend: false, dragmode: "pan", hovermode: "closest",
      hoverdistance: 7, font: {size: 11},
      geo: {...frame, visible: false, fitbounds: false, bgcolor: c.sea, showframe: false,
        lonaxis: {...frame.lonaxis, ...grid}, lataxis: {...frame.lataxis, ...grid}}
    };
  }

  // ---- drawing ------------------------------------------------------------------------------------
  function draw() {
    const config = {displayModeBar: false, scrollZoom: true, doubleClick: false, responsive: false, staticPlot: false};
    return Plotly.react(gd, traces(), layout(), config);
  }

  /* New colours without a new plot: the values go into what Plotly has calculated, and its own style
   * function paints them. Not public, so any doubt ends in restyle(), which does the same more slowly. */
  function paint() {
    const z = positions(), lines = borders(z), pinLooks = {fill: pinValues(), line: pinBorders(), size: pinSizes()};
    try {
      if (advisorMap.forceRestyle) throw new Error("restyle wanted");
      paintFast(z, lines, pinLooks);
      dressLooks(z);
      return Promise.resolve();
    } catch (error) {
      if (!advisorMap.forceRestyle) console.warn("The fast path failed: " + error.message);
      return Plotly.restyle(gd, {
        z: [z, undefined], "marker.line.color": [lines, pinLooks.line], "marker.color": [undefined, pinLooks.fill],
        "marker.size": [undefined, pinLooks.size]
      }, [LAND, PINS]);
    }
  }
  function paintFast(z, lines, looks) {
    const land = gd.calcdata[LAND], landTrace = land[0].trace;
    if (land.length !== z.length || landTrace.type !== "choropleth") throw new Error("unexpected calculated data");
    gd.data[LAND].z = landTrace.z = z;
    gd.data[LAND].marker.line.color = landTrace.marker.line.color = lines;
    z.forEach((value, i) => { land[i].z = value; land[i].mlc = lines[i]; });
    landTrace._module.style(gd, land);
    if (!pins.length) return;
    const points = gd.calcdata[PINS], pinTrace = points[0].trace;
    if (points.length !== pins.length || pinTrace.type !== "scattergeo") throw new Error("unexpected calculated pins");
    gd.data[PINS].marker.color = pinTrace.marker.color = looks.fill;
    gd.data[PINS].marker.line.color = pinTrace.marker.line.color = looks.line;
    gd.data[PINS].marker.size = pinTrace.marker.size = looks.size;
    points.forEach((point, i) => { point.mc = looks.fill[i]; point.mlc = looks.line[i]; point.ms = looks.size[i]; });
    pinTrace._module.style(gd, points);
  }

  const landPaths = () => gd.querySelectorAll(".choroplethlayer path.choroplethlocation");
  const pinPaths = () => {
    const groups = gd.querySelectorAll(".scatterlayer > g.trace");
    return groups.length > 1 ? groups[PINS - 1].querySelectorAll("path.point") : [];
  };
  function target(id) {
    if (!id || !drawn) return null;
    const index = indexOf.get(id), pin = pins.findIndex(p => p.id === id);
    const path = index === undefined ? null : landPaths()[index], point = pin < 0 ? null : pinPaths()[pin];
    return path || point ? {path, pin: point} : null;
  }
  function outline(name, id) { mapOutlines.set(name, target(id), colours(), unit()); }

  /* Too little data: the pale look with thin stripes, above Plotly's own fill. Excluded: lines across the
   * grey, because no grey stays apart from every step of the ramp for everybody's eyes. */
  const TEXTURES = {insufficient: "url(#stripes)", excluded: "url(#lines)"};
  function dressLooks(z) {
    landPaths().forEach((path, i) => {
      const fill = TEXTURES[look(z[i])] || "";
      if (path.style.fill !== fill) path.style.fill = fill;
    });
    const values = pinValues();
    pinPaths().forEach((path, i) => { // those without lines have the colour that Plotly gives them
      const fill = TEXTURES[look(values[i])];
      if (fill) path.style.fill = fill;
    });
  }
  function stripes() {
    const layer = gd.querySelector(".geo .layer.backplot");
    if (!layer) return;
    let defs = layer.querySelector(":scope > defs");
    if (!defs) layer.prepend(defs = document.createElementNS("http://www.w3.org/2000/svg", "defs"));
    const c = colours();
    defs.innerHTML = `<pattern id="stripes" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">` +
      `<rect width="5" height="5" fill="${c.insufficient}"/><rect width="1" height="5" fill="${c.insufficient_line}"/></pattern>` +
      `<pattern id="lines" width="4" height="4" patternUnits="userSpaceOnUse">` +
      `<rect width="4" height="4" fill="${c.excluded}"/><rect width="4" height="0.8" fill="${c.excluded_line}" fill-opacity="0.55"/></pattern>`;
  }
  /* What Plotly does not draw itself, after each of its redraws. */
  function dress() {
    if (!drawn) return;
    stripes();
    dressLooks(gd.data[LAND].z);
    outline("home", picture.home);
    outline("hovered", hovered);
    outline("selected", selected);
    placeNames();
  }
  function placeNames() { // while the view moves too
    if (!drawn) return;
    const spotOf = id => { const point = pointOf(id); return point && mapWalk.spotOf(gd, point); };
    const size = unit(), star = picture.chosen && spotOf(picture.chosen);
    const marks = [...picture.flagged.map(spotOf), star].filter(Boolean);
    mapNames.place(gd, spotOf, marks, star ? [chosenBox(star, size)] : [], colours(), size);
  }
  function chosenBox([x, y], size) { // what the word below the star takes
    const wide = mapNames.widthOf(labels.chosen, `700 ${12 * size}px ${getComputedStyle(document.body).fontFamily}`);
    return [x - wide / 2, y - 6 * size, x + wide / 2, y + 20 * size];
  }
  function drawLines() { // route and hubs of another selection
    const all = traces();
    return Plotly.restyle(gd, {
      lat: [all[ROUTE].lat, all[HUBS].lat], lon: [all[ROUTE].lon, all[HUBS].lon], text: [undefined, all[HUBS].text],
      "marker.size": [undefined, all[HUBS].marker.size], "marker.color": [undefined, all[HUBS].marker.color],
      "marker.line.color": [undefined, all[HUBS].marker.line.color],
      "marker.line.width": [undefined, all[HUBS].marker.line.width]
    }, [ROUTE, HUBS]);
  }

  /* Redraws that need not be at once are gathered, so that ten zoom steps cost as much as one, and what is
   * quick (outlines) is on the screen before. */
  function later(kind) {
    wanted.add(kind);
    if (drawn && wanted.size === 1) nextFrame();
  }
  const nextFrame = () => requestAnimationFrame(() => setTimeout(redraw, 0));
  function redraw() {
    const kinds = new Set(wanted);
    wanted.clear();
    if (!kinds.size || !drawn || !gd.clientWidth || !gd.clientHeight) return;
    const hubsChange = hubsMayChange() || kinds.has("lines");
    if (kinds.has("all") || hubsChange && kinds.has("view")) draw();
    else if (hubsChange) drawLines();
    else if (kinds.has("view")) mapFrame.relayout(gd, gd.clientWidth, gd.clientHeight);
  }
  function hubsMayChange() { // which hubs are shown depends on the zoom
    const step = mapHubs.step(mapFrame.zoom()), changed = step !== hubStep;
    hubStep = step;
    return changed && mapHubs.any();
  }

  // ---- called by Python ---------------------------------------------------------------------------
  function start(state) {
    labels = state.labels;
    features = state.geometry.features;
    indexOf = new Map(features.map((feature, i) => [feature.id, i]));
    selected = state.selected;
    mapHubs.set(state.hubs);
    mapNames.set(state.names);
    document.getElementById("zoom-in").setAttribute("aria-label", labels.zoom_in);
    document.getElementById("zoom-out").setAttribute("aria-label", labels.zoom_out);
    document.getElementById("zoom-reset").setAttribute("aria-label", labels.reset);
    for (const [id, title] of [["zoom-in", labels.zoom_in], ["zoom-out", labels.zoom_out], ["zoom-reset", labels.reset]])
      document.getElementById(id).title = title;
    applyTextScale(state.text_scale);
    applyTheme(state.theme);
    if (state.picture) take(state.picture);
    wanted.clear();
    return draw().then(() => {
      if (!drawn) listen();
      drawn = true;
      mapOutlines.attach(gd);
      dress();
      if (wanted.size) nextFrame(); // asked for while the first frame was being drawn
      announce(state.sequence);
    });
  }
  function take(next) {
    picture = {...picture, ...next};
    places = new Map(picture.ids.map((id, i) => [id, i]));
    pins = findPins();
    if (picture.name) gd.setAttribute("aria-label", picture.name);
    if (picture.legend) mapPanels.legend(picture.legend, labels, theme);
  }
  function show(next, sequence) { // another layer, home or set of locations
    const before = JSON.stringify([pins, route(), picture.chosen, picture.flagged]);
    take(next);
    const done = before === JSON.stringify([pins, route(), picture.chosen, picture.flagged]) ? paint() : draw();
    return done.then(() => { outline("home", picture.home); placeNames(); refreshCard(next.card); announce(sequence); });
  }
  function update(next, sequence) { // new values only
    picture.z = next.z;
    return paint().then(() => { refreshCard(next.card); announce(sequence); });
  }
  function announce(sequence) { // once the frame is on the screen; a hidden page has no frames
    const done = () => setTimeout(() => bridge.painted(sequence), 0);
    if (document.visibilityState === "visible") requestAnimationFrame(done); else done();
  }
  function select(id) {
    selected = id;
    if (!drawn) return;
    outline("selected", id);
    later("lines");
  }
  function hover(id) { // from the ranking: outline only
    if (hovered === id) return;
    hovered = id;
    mapPanels.hideCard();
    if (drawn) outline("hovered", id);
  }
  function setNames(rows) { mapNames.set(rows); placeNames(); }
  function setHubs(rows) { mapHubs.set(rows); later("lines"); }
  function applyTheme(next) {
    theme = next;
    for (const [name, value] of Object.entries(theme.palette))
      if (typeof value === "string") document.documentElement.style.setProperty("--" + name.replaceAll("_", "-"), value);
    document.documentElement.style.colorScheme = theme.name;
    if (picture.legend) mapPanels.legend(picture.legend, labels, theme);
  }
  function setTheme(next) { applyTheme(next); later("all"); }
  function card(id, content) {
    if (id !== hovered) return;
    mapPanels.showCard(content, labels);
    mapPanels.placeCard(...pointer);
  }
  function refreshCard(content) { if (content && !document.getElementById("card").hidden) card(content.id, content.card); }

  // ---- view ---------------------------------------------------------------------------------------
  function zoomIn() { if (mapFrame.zoomBy(1.5)) later("view"); }
  function zoomOut() { if (mapFrame.zoomBy(1 / 1.5)) later("view"); }
  function resetView() { if (mapFrame.reset()) later("view"); }
  function applyTextScale(factor) {
    textScale = factor;
    document.documentElement.style.setProperty("--scale", factor);
  }
  function setTextScale(factor) {
    applyTextScale(factor);
    later("all");
  }

  // ---- what the user does -------------------------------------------------------------------------
  function idOf(event) {
    const point = event.points && event.points[0];
    if (!point) return null;
    if (point.curveNumber === PINS) return pins[point.pointNumber].id;
    return point.curveNumber === LAND ? features[point.pointNumber].id : null;
  }
  function leave() {
    walked = null;
    gd.classList.remove("over-location");
    mapPanels.hideCard();
    outside = null;
    if (hovered === null) return;
    hovered = null;
    outline("hovered", null);
    bridge.hovered("");
  }
  function over(id) {
    if (!places.has(id)) { // land without a location
      if (outside === id) return;
      leave();
      outside = id;
      mapPanels.showCard({name: features[indexOf.get(id)].properties.name, note: labels.no_location}, labels);
      mapPanels.placeCard(...pointer);
      return;
    }
    outside = null;
    gd.classList.add("over-location");
    if (hovered === id && !document.getElementById("card").hidden) return;
    hovered = id;
    outline("hovered", id);
    bridge.hovered(id);
  }
  function listen() {
    gd.on("plotly_hover", event => { const id = idOf(event); if (id) over(id); else leave(); });
    gd.on("plotly_unhover", leave);
    gd.on("plotly_click", event => {
      const id = idOf(event);
      if (id && places.has(id) && !dragged) bridge.clicked(id);
    });
    document.addEventListener("mousedown", event => { pressed = [event.clientX, event.clientY]; dragged = false; }, true);
    document.addEventListener("mousemove", event => {
      if (event.buttons && Math.hypot(event.clientX - pressed[0], event.clientY - pressed[1]) > STILL) dragged = true;
    }, true);
    gd.on("plotly_afterplot", dress);
    gd.on("plotly_relayouting", () => { mapPanels.hideCard(); placeNames(); });
    gd.on("plotly_relayout", change => {
      if ("width" in change) return; // our own
      mapFrame.follow(gd, gd.clientWidth, gd.clientHeight);
      if (hubsMayChange()) later("lines");
    });
    document.addEventListener("mousemove", event => {
      if (walked && (event.movementX || event.movementY)) leave();
      pointer = [event.clientX, event.clientY];
      mapPanels.placeCard(...pointer);
    });
    document.documentElement.addEventListener("mouseleave", () => { if (!walked) leave(); });
    window.addEventListener("blur", () => { if (walked) leave(); });
    document.addEventListener("keydown", key);
    document.addEventListener("wheel", event => { if (event.ctrlKey) event.preventDefault(); }, {passive: false});
    document.getElementById("zoom-in").onclick = zoomIn;
    document.getElementById("zoom-out").onclick = zoomOut;
    document.getElementById("zoom-reset").onclick = resetView;
    new ResizeObserver(() => {
      if (gd.clientWidth !== gd._fullLayout.width || gd.clientHeight !== gd._fullLayout.height) later("all");
    }).observe(gd);
  }
  const STEPS = {ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1]};
  function key(event) {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === "+" || event.key === "=") zoomIn();
    else if (event.key === "-") zoomOut();
    else if (event.key === "0") resetView();
    else if (event.key === "Escape") { if (walked) leave(); else bridge.clicked(""); }
    else if (event.key === "Enter") { if (walked) bridge.clicked(walked); else walkTo(firstStop()); }
    else if (STEPS[event.key] && event.shiftKey) { if (mapFrame.moveBy(...STEPS[event.key])) later("view"); }
    else if (STEPS[event.key]) walk(STEPS[event.key]);
    else return;
    event.preventDefault();
  }

  // ---- from place to place ------------------------------------------------------------------------
  const firstStop = () => [selected, picture.home, ...picture.ids].find(id => places.has(id) && pointOf(id));
  function walk(step) {
    if (!walked) { walkTo(firstStop()); return; }
    const from = mapWalk.spotOf(gd, pointOf(walked));
    const spots = picture.ids.filter(id => id !== walked && pointOf(id))
      .map(id => [id, mapWalk.spotOf(gd, pointOf(id))]).filter(([, spot]) => spot).map(([id, spot]) => [id, ...spot]);
    const next = from && mapWalk.next(from, step, spots);
    if (next) walkTo(next[0]);
  }
  function walkTo(id) { // with its card, as when the pointer comes over it
    if (!id || !drawn) return;
    const spot = mapWalk.spotOf(gd, pointOf(id));
    if (spot && mapWalk.isInside(spot, gd.clientWidth, gd.clientHeight)) pointer = spot;
    else {
      if (mapFrame.centreOn(pointOf(id))) later("view");
      pointer = [gd.clientWidth / 2, gd.clientHeight / 2];
    }
    mapPanels.hideCard();
    outside = null;
    walked = hovered = id;
    outline("hovered", id);
    bridge.walked(id);
  }

  // ---- pictures -----------------------------------------------------------------------------------
  const drawing = caption => mapExport.drawing(gd, picture.legend, labels, theme, caption);
  function save(kind, token, caption) {
    const made = drawing(caption), answer = content => bridge.picture_made(token, content, made.width, made.height);
    if (kind === "svg") answer(made.svg); else mapExport.png(made, mapExport.density(made), answer);
  }

  new QWebChannel(qt.webChannelTransport, channel => {
    bridge = channel.objects.bridge;
    bridge.page_ready();
  });
  return {start, show, update, select, hover, setHubs, setNames, setTheme, setTextScale, card, zoomIn, zoomOut, resetView, save, drawing,
    forceRestyle: false};
})();
