// "/" puts the cursor into the desk's search box, unless something is being typed already.

const box = document.querySelector("[data-search]");

document.addEventListener("keydown", (press) => {
  const typing = press.target.closest?.("input, textarea, select, [contenteditable]");
  if (press.key !== "/" || press.ctrlKey || press.metaKey || press.altKey || typing) return;
  press.preventDefault();
  box.focus();
  box.select();
});
