"use strict";
/* The empty topology keeps Plotly from asking its vendor's server for one: with polygons of our own it would draw
 * nothing until that came. */
window.PlotlyGeoAssets = {topojson: {
  world_110m: {type: "Topology", objects: {}, arcs: []},
  world_50m: {type: "Topology", objects: {}, arcs: []}
}};
