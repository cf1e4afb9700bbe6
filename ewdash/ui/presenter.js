// Presenter mode: one message a view on a stage of 16:9, by keyboard or button; nothing moves by itself.
const WIDTH = 1920, HEIGHT = 1080, BAR = 44; // pixels of the stage, and of the buttons under it
const LEAD = 44, LEAST = 28; // pixels of the letters of the lead, and the least that a room can read

const STYLE = `
.ew-show { position: fixed; inset: 0; z-index: 999990; background: theme.PAPER; color: theme.INK; outline: none; }
.ew-show .stage { position: absolute; left: 0; top: 0; width: ${WIDTH}px; height: ${HEIGHT}px; transform-origin: 0 0;
  display: grid; grid-template-rows: auto 1fr auto; padding: 44px 60px 26px; box-sizing: border-box; background: theme.PAPER; }
.ew-show h2 { font-size: 52px; line-height: 1.16; font-weight: 600; margin: 0 0 22px; padding: 0 0 16px;
  border-bottom: 4px solid theme.LINK; }
.ew-show h2.many { font-size: 36px; }
.ew-show .body { min-height: 0; overflow: hidden; display: flex; flex-direction: column; gap: 26px; }
.ew-show .body img { display: block; max-width: 100%; max-height: 100%; margin: 0 auto; object-fit: contain; }
.ew-show p, .ew-show li { font-size: 36px; line-height: 1.34; margin: 0; }
.ew-show .long p, .ew-show .long li { font-size: 30px; line-height: 1.3; }
.ew-show ul { margin: 0; padding-left: 44px; display: grid; gap: 16px; }
.ew-show table { border-collapse: collapse; width: 100%; font-size: 28px; line-height: 1.2; }
.ew-show th { text-align: left; font-weight: 600; border-bottom: 3px solid theme.LINK; padding: 8px 12px; }
.ew-show td { border-bottom: 1px solid theme.RULE; padding: 8px 12px; vertical-align: top; }
.ew-show .lead { font-size: 44px; line-height: 1.3; font-weight: 500; }
.ew-show .figures { display: grid; grid-template-columns: repeat(4, 1fr); gap: 20px; }
.ew-show .figures div { border: 2px solid theme.RULE; border-radius: 8px; padding: 14px 20px; font-size: 26px; color: theme.MUTED; }
.ew-show .figures b { display: block; font-size: 36px; color: theme.INK; font-weight: 600; }
.ew-show .foot { font-size: 22px; line-height: 1.3; color: theme.MUTED; padding-top: 14px; }
.ew-show .code { display: flex; flex: none; gap: 24px; align-items: center; font-size: 24px; color: theme.MUTED; margin-top: auto; }
.ew-show .code img { width: 170px; height: 170px; margin: 0; }
.ew-show .bar { position: absolute; left: 0; right: 0; bottom: 0; height: ${BAR}px; display: flex; gap: 8px; align-items: center;
  justify-content: center; background: theme.BAR; font-size: 15px; }
.ew-show button { font: inherit; color: theme.INK; background: theme.PAPER; border: 1px solid theme.EDGE; border-radius: 6px;
  padding: 4px 14px; cursor: pointer; }
.ew-show button:focus-visible { outline: 3px solid theme.DEEP_BLUE; outline-offset: 1px; }
`;

function html(name, text, parent, className) {
  const node = document.createElement(name);
  if (className) node.className = className;
  if (text) node.textContent = text;
  parent.append(node);
  return node;
}

function body(slide, parent) {
  const letters = (slide.lines || []).join("").length;
  const box = html("div", "", parent, letters > 650 ? "body long" : "body");
  if (slide.lead) html("p", slide.lead, box, "lead");
  if (slide.figures?.length) {
    const grid = html("div", "", box, "figures");
    for (const [label, value] of slide.figures) {
      const cell = html("div", label, grid);
      html("b", value, cell);
    }
  }
  if (slide.picture) Object.assign(html("img", "", box), { src: slide.picture, alt: slide.alt });
  if (slide.lines?.length) {
    const list = html("ul", "", box);
    for (const line of slide.lines) html("li", line, list).dir = "auto"; // a note may run from right to left
  }
  if (slide.head?.length) {
    const table = html("table", "", box);
    const top = html("tr", "", html("thead", "", table));
    for (const name of slide.head) html("th", name, top).scope = "col";
    const rows = html("tbody", "", table);
    for (const row of slide.rows) {
      const line = html("tr", "", rows);
      for (const cell of row) html("td", cell, line);
    }
    if (slide.more) html("p", slide.more, box);
    fit(box, rows, slide);
  }
  if (slide.code) {
    const code = html("div", "", box, "code");
    Object.assign(html("img", "", code), { src: slide.code, alt: slide.link });
    html("span", slide.link, code);
  }
  if (slide.lead) lessen(box, box.querySelector(".lead"));
  return box;
}

// A long lead is set smaller until all that stands under it is whole.
function lessen(box, lead) {
  requestAnimationFrame(() => {
    for (let size = LEAD; size >= LEAST && box.scrollHeight > box.clientHeight + 1; size -= 1) lead.style.fontSize = `${size}px`;
  });
}

// A table holds as many rows as the stage; how many it leaves out is said.
function fit(box, rows, slide) {
  requestAnimationFrame(() => {
    let out = slide.left || 0;
    while (box.scrollHeight > box.clientHeight + 1 && rows.rows.length > 1) {
      rows.deleteRow(-1);
      out += 1;
      const note = box.querySelector("p:last-of-type") || html("p", "", box);
      note.textContent = slide.words.replace("%", out);
    }
  });
}

export function show(component) {
  const { parentElement, data, setTriggerValue } = component;
  const opener = document.activeElement; // the button that began, when a button did
  parentElement.querySelector(".ew-show")?.remove();
  const root = html("div", "", parentElement, "ew-show");
  root.style.fontFamily = data.font;
  root.tabIndex = -1;
  root.setAttribute("role", "dialog");
  root.setAttribute("aria-modal", "true");
  root.setAttribute("aria-label", data.words.name);
  html("style", STYLE, root);
  const stage = html("div", "", root, "stage");
  stage.setAttribute("aria-live", "polite");
  const bar = html("div", "", root, "bar");
  const buttons = {
    before: html("button", data.words.before, bar),
    place: html("span", "", bar),
    after: html("button", data.words.after, bar),
    whole: html("button", data.words.whole, bar),
    leave: html("button", data.words.leave, bar),
  };
  let at = Math.max(0, Math.min(data.start, data.slides.length - 1));

  function scaled() {
    const room = root.clientHeight - BAR;
    const scale = Math.min(root.clientWidth / WIDTH, room / HEIGHT);
    stage.style.transform = `translate(${(root.clientWidth - WIDTH * scale) / 2}px, ${(room - HEIGHT * scale) / 2}px) scale(${scale})`;
  }

  function draw() {
    const slide = data.slides[at];
    stage.replaceChildren();
    html("h2", slide.title, stage, slide.title.length > 150 ? "many" : "");
    body({ ...slide, words: data.words.more }, stage);
    html("div", slide.foot, stage, "foot");
    buttons.place.textContent = `${at + 1} / ${data.slides.length}`;
    buttons.before.disabled = at === 0;
    buttons.after.disabled = at === data.slides.length - 1;
    root.dataset.slide = String(at + 1);
    const here = new URL(window.location.href);
    here.searchParams.set("slide", String(at + 1));
    window.history.replaceState(window.history.state, "", here);
  }

  function go(to) {
    const next = Math.max(0, Math.min(to, data.slides.length - 1));
    if (next !== at) { at = next; draw(); }
  }

  function leave() {
    if (document.fullscreenElement) document.exitFullscreen();
    setTriggerValue("left", at + 1);
  }

  function whole() {
    if (document.fullscreenElement) document.exitFullscreen();
    else root.requestFullscreen?.();
  }

  const keys = {
    ArrowRight: () => go(at + 1), PageDown: () => go(at + 1), " ": () => go(at + 1),
    ArrowLeft: () => go(at - 1), PageUp: () => go(at - 1),
    Home: () => go(0), End: () => go(data.slides.length - 1), Escape: leave, f: whole,
  };
  function pressed(event) {
    const focus = root.getRootNode().activeElement;
    if (event.key === " " && focus?.tagName === "BUTTON") return; // a button's own key
    if (event.key === "Tab") { // stays on the stage: the page behind it is not to be met
      const open = Object.values(buttons).filter((node) => node.tagName === "BUTTON" && !node.disabled);
      const next = open.indexOf(focus) + (event.shiftKey ? -1 : 1);
      open[(next + open.length) % open.length].focus();
      event.preventDefault();
      return;
    }
    const act = keys[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  }
  buttons.before.onclick = () => go(at - 1);
  buttons.after.onclick = () => go(at + 1);
  buttons.whole.onclick = whole;
  buttons.leave.onclick = leave;
  document.addEventListener("keydown", pressed, true);
  window.addEventListener("resize", scaled);
  scaled();
  draw();
  root.focus();
  return () => {
    document.removeEventListener("keydown", pressed, true);
    window.removeEventListener("resize", scaled);
    root.remove();
    if (opener?.isConnected) opener.focus();
  };
}
