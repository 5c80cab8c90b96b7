// The preview of a decision follows its questions at once. Without this module the button "Xem trước" does the same.

const WAIT = 400;
const form = document.querySelector("[data-preview]");
let timer = 0;
let turn = 0;

async function refresh() {
  const mine = ++turn;
  const address = `${form.action}?${new URLSearchParams(new FormData(form))}`;
  const answer = await fetch(address);
  if (!answer.ok || mine !== turn) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.getElementById("preview");
  const shown = document.getElementById("preview");
  shown.replaceChildren(...fresh.childNodes);
  form.querySelector("[data-ask]").hidden = shown.querySelector(".act") !== null;
}

function soon() {
  clearTimeout(timer);
  timer = setTimeout(refresh, WAIT);
}

if (form) {
  form.addEventListener("input", soon);
  form.querySelector("[data-ask]").hidden = document.querySelector("#preview .act") !== null;
}
document.getElementById("trouble")?.focus();
