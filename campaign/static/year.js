// The year on paper: the choices apply at once, and the browser's own dialogue prints.
for (const form of document.querySelectorAll("[data-print]")) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    document.body.classList.toggle("a3", form.elements.paper.value === "a3");
    document.body.classList.toggle("numbered", form.elements.weeks.checked);
    print();
  });
}
