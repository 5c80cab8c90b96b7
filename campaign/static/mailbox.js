// New mails appear by themselves, where they belong, without taking the reader's place on the page.
const EVERY = 10_000;

setInterval(async () => {
  const answer = await fetch(location.href).catch(() => null);
  if (!answer?.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.querySelector("#mails");
  const shown = document.querySelector("#mails");
  if (fresh && shown && fresh.textContent !== shown.textContent && !shown.contains(document.activeElement)) {
    shown.replaceWith(fresh);
  }
}, EVERY);
