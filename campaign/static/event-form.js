// The form of an event while it is typed: the server says what speaks against it, and this module puts each answer
// beside its field. Without it the button "Kiểm tra lịch" does the same.

const WAIT = 350;
const form = document.getElementById("event-form");
let timer = 0;
let asking = null;

function part(name) {
  return form.querySelector(`[data-about="${name}"]`);
}

// A region is touched only when its words change, so that a screen reader speaks only of news.
function put(answer) {
  for (const fresh of answer.querySelectorAll("[data-about]")) {
    const shown = part(fresh.dataset.about);
    if (shown && shown.innerHTML !== fresh.innerHTML) shown.replaceChildren(...fresh.childNodes);
  }
}

async function ask() {
  asking?.abort();
  asking = new AbortController();
  try {
    const answer = await fetch(form.dataset.warnings, { method: "POST", body: new FormData(form), signal: asking.signal });
    if (answer.ok) put(new DOMParser().parseFromString(await answer.text(), "text/html"));
  } catch (error) {
    if (error.name !== "AbortError") console.info("no answer about conflicts", error);
  }
}

function soon() {
  clearTimeout(timer);
  timer = setTimeout(ask, WAIT);
}

// Fields that belong to other kinds of events, or to what repeats, stay out of the way.
function fit() {
  const { kind, first, often } = form.elements;
  for (const each of form.querySelectorAll("[data-for]")) each.hidden = !each.dataset.for.split(" ").includes(kind.value);
  form.querySelector("[data-undated]").hidden = first.value.trim() !== "";
  form.querySelector("[data-repeats]").hidden = often.value === "";
  form.querySelector("[data-yearly]").hidden = often.value !== "yearly";
}

function written(day) {
  const [year, month, number] = day.split("-");
  return day && `${number}/${Number(month) < 3 ? month : Number(month)}/${year}`;
}

const clock = time => time.slice(0, 5).replace(":", "h").replace(/^0/, "");

function fill(slot) {
  const [first, last, start, end, room] = slot.split("|");
  const { elements } = form;
  elements.first.value = written(first);
  elements.last.value = last === first ? "" : written(last);
  elements.start.value = clock(start);
  elements.end.value = clock(end);
  if (room) elements.room_id.value = room;
  elements.first.focus();
  fit();
  ask();
}

form.addEventListener("input", () => { fit(); soon(); });
form.addEventListener("click", event => {
  const button = event.target.closest("button[name]");
  if (!button || button.name === "yearly") return;
  event.preventDefault();
  if (button.name === "slot") fill(button.value);
  else ask();
});

for (const picker of form.querySelectorAll("[data-fills]")) {
  picker.hidden = false;
  picker.addEventListener("change", () => { form.elements[picker.dataset.fills].value = written(picker.value); fit(); soon(); });
}

fit();
document.getElementById("trouble")?.focus();
