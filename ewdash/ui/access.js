// What Streamlit's pages lack for a keyboard, a screen reader and a small screen: a way past the menu,
// the menu as a landmark, two buttons that fold menu and filters, and names for the tables' pictures.
const SKIP = "ew-skip";

function skip(words) {
  const link = document.getElementById(SKIP) || document.createElement("a");
  Object.assign(link, { id: SKIP, href: "#", textContent: words });
  link.onclick = (event) => {
    event.preventDefault();
    const headline = document.querySelector("h1");
    if (!headline) return;
    headline.tabIndex = -1;
    headline.focus();
  };
  if (!link.isConnected) document.body.prepend(link);
}

// A set of controls that stands on small screens only while its button is pressed; see `style.py`.
function fold(parent, name, words) {
  const whole = document.documentElement;
  const button = document.createElement("button");
  button.textContent = words;
  button.className = `ew-fold ${name}`;
  const told = () => button.setAttribute("aria-expanded", String(whole.classList.contains(`ew-${name}-open`)));
  button.onclick = () => {
    whole.classList.toggle(`ew-${name}-open`);
    told();
  };
  whole.classList.remove(`ew-${name}-open`);
  told();
  parent.append(button);
}

function set(node, name, value) {
  if (node && value && node.getAttribute(name) !== value) node.setAttribute(name, value);
}

// What stands in the page anew after each of its runs.
function named(words) {
  const menu = document.querySelector(".st-key-menu");
  set(menu, "role", "navigation");
  set(menu, "aria-label", words.menu);
  set(menu?.querySelector("a[disabled]"), "aria-current", "page");
  const headings = [...document.querySelectorAll("h1, h2")];
  for (const canvas of document.querySelectorAll("[data-testid='stDataFrame'] canvas, [data-testid='stDeckGlJsonChart'] canvas")) {
    const before = headings.filter((one) => one.compareDocumentPosition(canvas) & Node.DOCUMENT_POSITION_FOLLOWING);
    set(canvas, "aria-label", before.at(-1)?.innerText);
  }
}

export function draw(component) {
  const { parentElement: parent, data } = component;
  for (const old of parent.querySelectorAll(".ew-fold")) old.remove();
  skip(data.skip);
  fold(parent, "menu", data.menu);
  if (data.filters) fold(parent, "filters", data.filters);
  document.documentElement.classList.add("ew-folds");
  let waiting = 0;
  const look = () => {
    waiting ||= requestAnimationFrame(() => {
      waiting = 0;
      named(data);
    });
  };
  const watcher = new MutationObserver(look);
  watcher.observe(document.body, { childList: true, subtree: true });
  look();
  return () => {
    watcher.disconnect();
    cancelAnimationFrame(waiting);
  };
}
