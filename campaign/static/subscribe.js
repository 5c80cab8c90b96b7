// The subscribe page without waiting: filters take effect at once, and the address can be copied with one press.
// Without this module both still work: the form has a button, the address can be selected.

const form = document.querySelector("[data-filters]");
let asked = 0;

function copyButtons(part) {
  for (const button of part.querySelectorAll("[data-copy]")) {
    button.hidden = false;
    const words = button.textContent;
    button.addEventListener("click", async () => {
      const field = document.getElementById(button.dataset.copy);
      field.select();
      await navigator.clipboard.writeText(field.value);
      button.textContent = button.dataset.done;
      setTimeout(() => { button.textContent = words; }, 3000);
    });
  }
}

// The server knows how addresses are made; its answer replaces the section.
async function refresh() {
  const turn = ++asked;
  const address = `${form.action}?${new URLSearchParams(new FormData(form))}`;
  const answer = await fetch(address);
  if (!answer.ok || turn !== asked) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const section = page.getElementById("address");
  document.getElementById("address").replaceWith(section);
  copyButtons(section);
  history.replaceState(null, "", address);
}

form.querySelector(".submit").hidden = true;
form.addEventListener("change", refresh);
copyButtons(document);
