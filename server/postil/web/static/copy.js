// A button that copies what stands in a field. Without this script the field alone is there, to be selected by hand. The page has the words.
for (const button of document.querySelectorAll("button[data-copies]")) {
  const field = document.getElementById(button.dataset.copies);
  field.addEventListener("focus", () => field.select());
  if (document.activeElement === field) field.select();
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(field.value);
      button.textContent = button.dataset.copied;
    } catch {
      field.focus();
      button.textContent = button.dataset.refused;
    }
  });
}
