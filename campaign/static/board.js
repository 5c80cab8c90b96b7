// Dragging on the board: from the tray, or from one day to another. Nothing happens by the drop itself: it opens the
// page that asks, with the day filled in. The same pages are behind the links, so everything works without this module.

const KIND = "application/x-campaign-move";
let target = null;

function mark(cell) {
  if (target === cell) return;
  target?.classList.remove("over");
  target = cell;
  target?.classList.add("over");
}

function address(move, day) {
  const url = new URL(move, location.href);
  url.searchParams.set("day", day);
  url.searchParams.set("back", location.pathname + location.search);
  return url;
}

document.addEventListener("dragstart", event => {
  const entry = event.target.closest?.("[data-move]");
  if (!entry) return;
  event.dataTransfer.setData(KIND, entry.dataset.move);
  event.dataTransfer.effectAllowed = "move";
  document.body.classList.add("dragging");
});

document.addEventListener("dragover", event => {
  const cell = event.target.closest?.("[data-day]");
  if (!cell || !event.dataTransfer.types.includes(KIND)) return mark(null);
  event.preventDefault();
  mark(cell);
});

document.addEventListener("drop", event => {
  const cell = event.target.closest?.("[data-day]");
  const move = event.dataTransfer.getData(KIND);
  if (!cell || !move) return;
  event.preventDefault();
  location.assign(address(move, cell.dataset.day));
});

document.addEventListener("dragend", () => {
  mark(null);
  document.body.classList.remove("dragging");
});
