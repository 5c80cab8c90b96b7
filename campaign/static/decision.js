// The preview of a decision follows its questions at once. Without this module the button "Xem trước" does the same.

const WAIT = 400;
const form = document.querySelector("[data-preview]");
let timer = 0;
let turn = 0;

// What is wrong with an answer stands beside it, as it does on the page that the button brings.
function blame(page) {
  for (const fresh of page.querySelectorAll("[data-preview] .entry")) {
    const input = document.getElementById(fresh.querySelector("[id]:not([id$='-help'], [id$='-error'])")?.id);
    const shown = input?.closest(".entry");
    if (!shown) continue;
    shown.className = fresh.className;
    shown.querySelector(".error")?.remove();
    const error = fresh.querySelector(".error");
    if (error) shown.append(error);
    for (const name of ["aria-invalid", "aria-describedby"]) {
      const value = page.getElementById(input.id).getAttribute(name);
      if (value === null) input.removeAttribute(name);
      else input.setAttribute(name, value);
    }
  }
}

async function refresh() {
  const mine = ++turn;
  const address = `${form.action}?${new URLSearchParams(new FormData(form))}`;
  const answer = await fetch(address);
  if (!answer.ok || mine !== turn) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.getElementById("preview");
  if (!fresh) { // the session is over: sign in, and come back to these answers
    location.assign(address);
    return;
  }
  blame(page);
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
