"use strict";
/* How the world is fitted into the window, and how the view moves.
 *
 * Plotly clips a geo subplot to the box of its lonaxis/lataxis range. So that zooming fills the whole
 * window and not a strip as flat as the world, the range is chosen to have the window's own proportions,
 * and the world is fitted by the scale. */
const mapFrame = (() => {
  const PROJECTION = "natural earth";
  const MIDDLE = 11; // no land lies on the cut opposite to this meridian
  const NORTH = 82, SOUTH = -56; // what the whole view holds: no Antarctica
  const HALF_LAT = 25; // half height of the range that gives the box its proportions
  const MARGIN = 6; // pixels around the whole view, for pins on the edge of the Pacific
  const MAX_ZOOM = 40;
  const RADIANS = Math.PI / 180;

  // The natural earth projection: x = longitude * 0.8707 at the equator, y a polynomial in latitude.
  const WIDTH = 0.8707;
  function height(latitude) {
    const p = latitude * RADIANS, p2 = p * p, p4 = p2 * p2;
    return p * (1.007226 + p2 * (0.015085 + p4 * (-0.044475 + 0.028874 * p2 - 0.005916 * p4)));
  }
  function latitudeAt(y) {
    let low = -90, high = 90;
    for (let i = 0; i < 40; i++) {
      const middle = (low + high) / 2;
      if (height(middle) < y) low = middle; else high = middle;
    }
    return (low + high) / 2;
  }
  /* Plotly's range box has an upper edge of four great circle arcs, which bulge towards the pole. */
  function boxTop(halfLat, halfLon) {
    const bulge = Math.tan(halfLat * RADIANS) / Math.cos(halfLon * RADIANS / 4);
    return height(Math.atan(bulge) / RADIANS);
  }
  const HOME_LATITUDE = latitudeAt((height(NORTH) + height(SOUTH)) / 2);

  const WHOLE = {zoom: 1, lon: MIDDLE, lat: HOME_LATITUDE};
  let view = WHOLE;

  function fitting(width, tall) {
    const halfLat = width > 3 * tall ? HALF_LAT / 3 : HALF_LAT;
    let low = 1, halfLon = 179;
    for (let i = 0, high = halfLon; i < 40; i++) {
      halfLon = (low + high) / 2;
      if (halfLon * RADIANS * WIDTH / boxTop(halfLat, halfLon) < width / tall) low = halfLon; else high = halfLon;
    }
    const unit = tall / (2 * boxTop(halfLat, halfLon)); // pixels of one projected unit at Plotly's scale 1
    return {halfLat, halfLon, scale: worldUnit(width, tall) / unit};
  }
  /* Pixels of one projected unit when the whole world is seen. */
  const worldUnit = (width, tall) =>
    Math.min((width - 2 * MARGIN) / (2 * Math.PI * WIDTH), (tall - MARGIN) / (height(NORTH) - height(SOUTH)));

  /* Distance on the screen, in pixels, between two places (latitude, longitude) that lie near each other. */
  function apart(a, b, width, tall) {
    const pixels = worldUnit(width, tall) * view.zoom, middle = (a[0] + b[0]) / 2 * RADIANS;
    const across = WIDTH - 0.131979 * middle ** 2 - 0.013791 * middle ** 4;
    return [(a[1] - b[1]) * RADIANS * across * pixels, (height(a[0]) - height(b[0])) * pixels];
  }

  function layout(width, tall) {
    const fit = fitting(width, tall);
    return {
      projection: {type: PROJECTION, rotation: {lon: view.lon, lat: 0}, scale: fit.scale * view.zoom,
        minscale: fit.scale * 0.8, maxscale: fit.scale * MAX_ZOOM},
      center: {lon: view.lon, lat: view.lat},
      lonaxis: {range: [view.lon - fit.halfLon, view.lon + fit.halfLon]},
      lataxis: {range: [-fit.halfLat, fit.halfLat]}
    };
  }

  /* After the user has panned or zoomed: remember where, and keep the range under the new middle, since
   * Plotly fits it again at the next redraw. */
  function follow(gd, width, tall) {
    const geo = gd.layout.geo, fit = fitting(width, tall);
    view = {zoom: geo.projection.scale / fit.scale, lon: geo.projection.rotation.lon, lat: geo.center.lat};
    geo.center.lon = view.lon;
    geo.lonaxis.range = [view.lon - fit.halfLon, view.lon + fit.halfLon];
  }

  function relayout(gd, width, tall) {
    const geo = layout(width, tall);
    return Plotly.relayout(gd, {
      width, height: tall,
      "geo.projection.scale": geo.projection.scale,
      "geo.projection.minscale": geo.projection.minscale,
      "geo.projection.maxscale": geo.projection.maxscale,
      "geo.projection.rotation.lon": view.lon,
      "geo.center.lon": view.lon,
      "geo.center.lat": view.lat,
      "geo.lonaxis.range": geo.lonaxis.range,
      "geo.lataxis.range": geo.lataxis.range
    });
  }

  const clamp = (value, low, high) => Math.min(high, Math.max(low, value));
  function lookAt(next) { // whether anything has to be drawn anew
    const before = view;
    view = {...view, ...next};
    return Object.keys(view).some(key => view[key] !== before[key]);
  }
  const zoomBy = factor => lookAt({zoom: clamp(view.zoom * factor, 0.8, MAX_ZOOM)});
  const moveBy = (east, north) => lookAt({
    lon: ((view.lon + east * 60 / view.zoom + 540) % 360) - 180, lat: clamp(view.lat + north * 30 / view.zoom, -60, 80)
  });
  const centreOn = ([lat, lon]) => lookAt({lon, lat: clamp(lat, -60, 80)});
  const reset = () => lookAt(WHOLE);

  return {layout, follow, relayout, apart, zoomBy, moveBy, centreOn, reset, zoom: () => view.zoom, view: () => ({...view})};
})();
