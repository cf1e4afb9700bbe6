// The world map: a picture painted once for each change, under shapes that take pointer and keyboard.
// The shapes themselves are not painted: 250 outlines again and again cost a second without a graphics card.
const SVG = "http://www.w3.org/2000/svg";
const geometries = new Map(); // address -> promise: one fetch per browser page
const outlines = new WeakMap(); // area -> its path, built once

const STYLE = `
.ew-map { position: relative; color: #1F2933; }
.ew-map .stage { position: relative; }
.ew-map canvas { position: absolute; inset: 0; width: 100%; height: 100%; background: #FFFFFF; }
.ew-map .stage svg { display: block; position: relative; width: 100%; height: auto; }
.ew-map [data-id] { fill: transparent; stroke: none; vector-effect: non-scaling-stroke; outline: none; }
.ew-map [data-id].live { cursor: pointer; }
.ew-map [data-id].live:hover, .ew-map [data-id]:focus { stroke: #0B2545; stroke-width: 2.2; }
.ew-map .tip { position: absolute; z-index: 5; pointer-events: none; background: #1F2933; color: #FFF;
  font-size: 14px; line-height: 1.3; padding: 4px 8px; border-radius: 4px; max-width: 280px; }
.ew-map .legend { display: flex; flex-wrap: wrap; gap: 4px 16px; align-items: center; font-size: 14px; margin-top: 6px; }
.ew-map .legend b { font-weight: 600; }
.ew-map .key { display: inline-flex; gap: 6px; align-items: center; }
.ew-map .key svg { width: 22px; height: 14px; flex: none; border: 1px solid #7B8794; }
.ew-map .small { font-size: 12.5px; line-height: 1.4; color: #52606D; margin: 6px 0 0; }
`;

function make(name, attributes = {}, parent = null) {
  const node = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  if (parent) parent.append(node);
  return node;
}

function html(name, className, text, parent) {
  const node = document.createElement(name);
  if (className) node.className = className;
  if (text) node.textContent = text;
  parent.append(node);
  return node;
}

function load(address) {
  if (!geometries.has(address)) geometries.set(address, fetch(address).then((answer) => answer.json()));
  return geometries.get(address);
}

// What is framed: the union of the boxes asked for, in the world's own proportions.
function frame(world, ids) {
  const whole = [0, 0, world.width, world.height];
  if (!ids) return whole;
  const wanted = new Set(ids);
  const boxes = world.areas.filter((area) => wanted.has(area.id) && area.kind !== "disputed").map((area) => area.box);
  if (!boxes.length) return whole;
  let [x0, y0, x1, y1] = boxes.reduce((a, b) => [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])]);
  const margin = 0.04 * Math.max(x1 - x0, y1 - y0) + 20;
  x0 -= margin; y0 -= margin; x1 += margin; y1 += margin;
  const ratio = world.width / world.height;
  const width = Math.max(x1 - x0, (y1 - y0) * ratio, world.width / 12);
  const height = width / ratio;
  return [(x0 + x1 - width) / 2, (y0 + y1 - height) / 2, width, height];
}

function hatch(parent, id, ground, line, step) {
  const pattern = make("pattern", { id, patternUnits: "userSpaceOnUse", width: step, height: step, patternTransform: "rotate(45)" }, parent);
  make("rect", { width: step, height: step, fill: ground }, pattern);
  make("rect", { width: step * 0.28, height: step, fill: line }, pattern);
}

function fills(svg, spec, step) {
  svg.querySelector("defs")?.remove();
  const defs = make("defs");
  svg.prepend(defs);
  hatch(defs, "ew-silent", "#F4F6F8", "#D3D9DF", step);
  hatch(defs, "ew-disputed", "#FFFFFF", "#9AA5B1", step * 0.7);
}

function paint(area, spec) {
  const value = spec.values[area.id];
  if (area.kind === "disputed") return "url(#ew-disputed)";
  if (spec.inside && !spec.inside.includes(area.id)) return "#F4F6F8";
  return value === undefined ? "url(#ew-silent)" : spec.classes[value].colour;
}

// A hatch that keeps its step in pixels, whatever the map's scale.
function hatched(context, ground, line, step, scale) {
  const tile = document.createElement("canvas");
  tile.width = tile.height = Math.max(2, Math.round(step));
  const brush = tile.getContext("2d");
  brush.fillStyle = ground;
  brush.fillRect(0, 0, tile.width, tile.height);
  brush.fillStyle = line;
  brush.fillRect(0, 0, tile.width * 0.28, tile.height);
  const pattern = context.createPattern(tile, "repeat");
  pattern.setTransform(new DOMMatrix().scale(1 / scale).rotate(45));
  return pattern;
}

function outline(area) {
  if (!outlines.has(area)) outlines.set(area, new Path2D(area.d));
  return outlines.get(area);
}

// Paint all areas as the shapes over them are marked; called for each change and each size.
function picture(canvas, box, world, nodes) {
  const dense = window.devicePixelRatio || 1;
  const wide = Math.round(canvas.clientWidth * dense);
  if (!wide) return;
  canvas.width = wide;
  canvas.height = Math.round(canvas.clientHeight * dense);
  const scale = wide / box[2];
  const context = canvas.getContext("2d");
  context.setTransform(scale, 0, 0, scale, -box[0] * scale, -box[1] * scale);
  const unit = dense / scale; // a pixel of the page
  const patterns = {
    "url(#ew-silent)": hatched(context, "#F4F6F8", "#D3D9DF", 6 * dense, scale),
    "url(#ew-disputed)": hatched(context, "#FFFFFF", "#9AA5B1", 4.2 * dense, scale),
  };
  for (const marks of [false, true]) {
    for (const area of world.areas) {
      for (const node of nodes.get(area.id) || []) {
        if ((node.tagName === "circle") !== marks) continue;
        let path = marks ? new Path2D() : outline(area);
        if (marks) path.arc(area.x, area.y, 3.2 * unit, 0, 2 * Math.PI);
        const fill = node.getAttribute("fill");
        context.fillStyle = patterns[fill] || fill;
        context.fill(path, "evenodd");
        const [colour, width, dash] = node.classList.contains("disputed") ? ["#7B8794", 0.9, [2, 2]]
          : node.classList.contains("silent") ? ["#B8C0C8", marks ? 0.8 : 0.7, []]
          : marks ? ["#52606D", 0.8, []] : ["#FFFFFF", 0.7, []];
        context.strokeStyle = colour;
        context.lineWidth = width * unit;
        context.setLineDash(dash.map((step) => step * unit));
        context.stroke(path);
      }
    }
  }
}

function key(parent, fill, label, spec) {
  const entry = html("span", "key", "", parent);
  const swatch = make("svg", { viewBox: "0 0 22 14", "aria-hidden": "true" }, null);
  entry.append(swatch);
  fills(swatch, spec, 6);
  swatch.querySelectorAll("pattern").forEach((pattern) => { pattern.id += "-key"; });
  make("rect", { width: 22, height: 14, fill: fill.replace(")", fill.startsWith("url") ? "-key)" : ")") }, swatch);
  entry.append(label);
}

export function draw(component) {
  const { parentElement, data: spec, setTriggerValue } = component;
  let gone = false;
  load(spec.geometry).then((world) => {
    if (gone) return;
    const told = JSON.stringify(spec);
    const before = parentElement.querySelector(".ew-map");
    if (before?.ewTold === told) { // the same again: nothing is painted
      before.ewChoose = setTriggerValue;
      return;
    }
    before?.ewWatch.disconnect();
    before?.remove();
    const root = render(parentElement, world, spec);
    root.ewTold = told;
    root.ewChoose = setTriggerValue;
  });
  return () => { gone = true; };
}

function render(parent, world, spec) {
  const root = html("div", "ew-map", "", parent);
  root.style.fontFamily = spec.font;
  html("style", "", STYLE, root);
  const box = frame(world, spec.extent);
  const stage = html("div", "stage", "", root);
  const canvas = html("canvas", "", "", stage);
  canvas.setAttribute("aria-hidden", "true");
  const svg = make("svg", { viewBox: box.join(" "), role: "group", "aria-label": spec.words.keys }, stage);
  const nodes = new Map();
  for (const area of world.areas) {
    if (area.d) nodes.set(area.id, [place(make("path", { d: area.d, "fill-rule": "evenodd" }, svg), area, spec)]);
  }
  for (const area of world.areas) {
    // A mark only where it says something: a value, or a State that has no shape at all.
    const told = spec.values[area.id] !== undefined || area.kind === "point";
    if (area.mark && told) {
      const mark = place(make("circle", { cx: area.x, cy: area.y }, svg), area, spec);
      nodes.set(area.id, [...(nodes.get(area.id) || []), mark]);
    }
  }
  const scaled = () => {
    const unit = box[2] / (svg.clientWidth || 1000); // units in a pixel
    svg.querySelectorAll("circle").forEach((mark) => mark.setAttribute("r", 3.2 * unit));
    picture(canvas, box, world, nodes);
  };
  scaled();
  root.ewWatch = new ResizeObserver(scaled);
  root.ewWatch.observe(svg);
  behave(root, svg, world, spec, nodes, (id) => root.ewChoose("chosen", id));
  under(root, spec);
  root.dataset.drawn = spec.title; // what is drawn, once it is
  return root;
}

function place(node, area, spec) {
  const label = spec.labels[area.id];
  node.dataset.id = area.id;
  node.setAttribute("fill", paint(area, spec));
  if (area.kind === "disputed") {
    node.classList.add("disputed");
    node.setAttribute("aria-hidden", "true");
  } else if (label) {
    node.classList.add("live");
    if (spec.values[area.id] === undefined) node.classList.add("silent");
    node.setAttribute("role", "button");
    node.setAttribute("tabindex", "-1");
    node.setAttribute("aria-label", label);
  } else {
    node.classList.add("silent");
  }
  return node;
}

function behave(root, svg, world, spec, nodes, choose) {
  const tip = html("div", "tip", "", root);
  tip.hidden = true;
  const say = (node, x, y) => {
    const area = node?.dataset?.id;
    const text = node?.classList.contains("disputed") ? spec.disputed.label : spec.labels[area];
    tip.hidden = !text;
    if (!text) return;
    tip.textContent = text;
    tip.style.left = `${Math.min(x + 12, root.clientWidth - 200)}px`;
    tip.style.top = `${y + 14}px`;
  };
  svg.addEventListener("pointermove", (event) => {
    const edge = root.getBoundingClientRect();
    say(event.target.closest("[data-id]"), event.clientX - edge.left, event.clientY - edge.top);
  });
  svg.addEventListener("pointerleave", () => { tip.hidden = true; });
  svg.addEventListener("click", (event) => {
    const node = event.target.closest(".live");
    if (node) choose(node.dataset.id);
  });

  // One tab stop; arrows go to the nearest area in their direction, Enter opens it.
  const stops = world.areas.filter((area) => nodes.has(area.id) && spec.labels[area.id] && area.kind !== "disputed");
  const node = (area) => nodes.get(area.id).at(-1);
  let here = stops.reduce((best, area) => ((spec.values[area.id] ?? -1) > (spec.values[best.id] ?? -1) ? area : best), stops[0]);
  if (!here) return;
  node(here).setAttribute("tabindex", "0");
  const go = (area) => {
    node(here).setAttribute("tabindex", "-1");
    here = area;
    node(here).setAttribute("tabindex", "0");
    node(here).focus({ preventScroll: true });
  };
  svg.addEventListener("focusin", (event) => {
    const at = event.target.getBoundingClientRect();
    const edge = root.getBoundingClientRect();
    say(event.target, at.left + at.width / 2 - edge.left, at.top + at.height / 2 - edge.top);
  });
  svg.addEventListener("focusout", () => { tip.hidden = true; });
  const turns = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };
  svg.addEventListener("keydown", (event) => {
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      choose(here.id);
    }
    const turn = turns[event.key];
    if (!turn) return;
    event.preventDefault();
    let best = null;
    let least = Infinity;
    for (const area of stops) {
      const along = (area.x - here.x) * turn[0] + (area.y - here.y) * turn[1];
      const aside = Math.abs((area.x - here.x) * turn[1]) + Math.abs((area.y - here.y) * turn[0]);
      if (area !== here && along > 0 && along + 2 * aside < least) { best = area; least = along + 2 * aside; }
    }
    if (best) go(best);
  });
}

function under(root, spec) {
  const legend = html("div", "legend", "", root);
  html("b", "", spec.words.legend, legend);
  for (const kind of spec.classes) key(legend, kind.colour, `${kind.label} (${kind.count})`, spec);
  key(legend, "url(#ew-silent)", spec.silent.label, spec);
  key(legend, "url(#ew-disputed)", spec.disputed.label, spec);
  html("p", "small", spec.note, root);
}
