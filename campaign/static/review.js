// The review without waiting: document and proposals show each other, decisions are sent without leaving the page, and
// everything can be done by keyboard while the focus is in the list. Without this module links and buttons still work.

const list = document.querySelector("[data-proposals]");
const paper = document.querySelector(".paper");
const isTyping = element => element.closest("input, select, textarea, button, summary, a");
const items = () => [...list.children];
const current = () => list.querySelector("[tabindex='0']");

function pick(item, { focus = true, scroll = true } = {}) {
  if (!item) return;
  current()?.setAttribute("tabindex", "-1");
  item.setAttribute("tabindex", "0");
  if (focus) item.focus({ preventScroll: true });
  if (scroll) item.scrollIntoView({ block: "nearest" });
  mark(item.id.slice(2));
}

function mark(id) {
  for (const piece of paper.querySelectorAll("mark.on")) piece.classList.remove("on");
  const pieces = [...paper.querySelectorAll("mark")].filter(piece => piece.dataset.of.split(" ").includes(id));
  for (const piece of pieces) piece.classList.add("on");
  if (pieces.length === 0 || paper.offsetParent === null || getComputedStyle(paper).overflowY === "visible") return;
  const top = pieces[0].getBoundingClientRect().top - paper.getBoundingClientRect().top;
  if (top < 48 || top > paper.clientHeight - 96) paper.scrollTop += top - paper.clientHeight / 3;
}

function show(side) {
  const choice = document.getElementById(`side-${side}`);
  if (choice) choice.checked = true;
}

const step = by => pick(items()[items().indexOf(current()) + by]);

function nextWaiting(after) {
  const rest = items().filter(item => item.hasAttribute("data-waiting"));
  return rest.find(item => Number(item.dataset.number) > after) ?? rest[0];
}

const press = key => current().querySelector(`form[data-key="${key}"] button`)?.click();

function open(kind) {
  const part = current().querySelector(`details.${kind}`);
  if (!part) return;
  part.open = true;
  part.querySelector("textarea, input:not([type=hidden])").focus();
}

const KEYS = {
  j: () => step(1), ArrowDown: () => step(1), k: () => step(-1), ArrowUp: () => step(-1),
  n: () => pick(nextWaiting(Number(current().dataset.number))),
  Enter: () => press("accept"), a: () => press("accept"), s: () => press("skip"), x: () => press("dismiss"),
  u: () => press("reconsider"), e: () => open("correct"), m: () => open("merge"),
};

function onKey(event) {
  if (event.key === "Escape" && event.target.closest("details[open]")) {
    event.target.closest("details").open = false;
    pick(current(), { scroll: false });
    return;
  }
  const act = KEYS[event.key];
  if (!act || isTyping(event.target) || event.ctrlKey || event.altKey || event.metaKey) return;
  event.preventDefault();
  act();
}

// The answer is the whole page; only what differs is put in its place, so that nothing jumps.
function renew(page) {
  document.querySelector("#sofar progress").value = page.querySelector("#sofar progress").value;
  const words = document.getElementById("words"), said = page.getElementById("words").textContent;
  if (words.textContent !== said) words.textContent = said;
  for (const selector of ["#rest", ".text > p", "[data-proposals] > li"]) {
    const fresh = page.querySelectorAll(selector);
    document.querySelectorAll(selector).forEach((old, place) => {
      if (fresh[place] && !old.isEqualNode(fresh[place])) old.replaceWith(fresh[place]);
    });
  }
}

async function send(event) {
  const form = event.target;
  if (form.method !== "post") return;
  event.preventDefault();
  const item = form.closest(".proposal");
  const number = Number(item?.dataset.number ?? 0);
  const address = event.submitter?.getAttribute("formaction") ?? form.action;
  const answer = await fetch(address, { method: "POST", body: new FormData(form, event.submitter) });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (!page.querySelector("[data-proposals]")) {
    document.open();
    document.write(page.documentElement.outerHTML);
    document.close();
    return;
  }
  const stays = answer.status === 400 || item?.hasAttribute("data-waiting") === false || address.endsWith("/correction");
  renew(page);
  const same = items()[number - 1];
  const next = stays ? same : nextWaiting(number) ?? same;
  pick(next ?? items()[0]);
  if (answer.status === 400) next.querySelector("details[open] textarea")?.focus();
}

if (list) {
  list.addEventListener("keydown", onKey);
  list.addEventListener("focusin", event => {
    const item = event.target.closest(".proposal");
    if (item && item !== current()) pick(item, { focus: false, scroll: false });
    else if (item) mark(item.id.slice(2));
  });
  document.addEventListener("submit", send);
  paper.addEventListener("click", event => {
    const link = event.target.closest("a.ref");
    const piece = event.target.closest("mark");
    if (!link && !piece) return;
    event.preventDefault();
    show("items");
    pick(document.getElementById(link ? link.hash.slice(1) : `p-${piece.dataset.of.split(" ")[0]}`));
  });
  document.querySelector(".items").addEventListener("click", event => {
    const link = event.target.closest("a.see");
    if (!link) return;
    show("paper");
    const place = document.getElementById(link.hash.slice(1));
    event.preventDefault();
    mark(link.closest(".proposal")?.id.slice(2) ?? "");
    place.scrollIntoView({ block: "center" });
  });
  const wanted = document.getElementById(location.hash.slice(1));
  if (wanted?.matches(".proposal")) pick(wanted);
  else mark(current().id.slice(2));
}
