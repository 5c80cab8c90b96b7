// While a document is read, the button says so and cannot be pressed twice. Without this module the form works as well.

const form = document.querySelector("form[data-busy]");

form?.addEventListener("submit", () => {
  const button = form.querySelector("button");
  button.setAttribute("aria-disabled", "true");
  button.textContent = form.dataset.busy;
  form.addEventListener("submit", again => again.preventDefault());
});

// Back from the next page: as new.
addEventListener("pageshow", event => { if (event.persisted) location.reload(); });
