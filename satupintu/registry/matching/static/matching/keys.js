/* The decision by a key: 1–4 press the button that bears the number. Without this script the buttons work as they are. */
document.addEventListener("keydown", (event) => {
  const at = document.activeElement;
  if (event.ctrlKey || event.altKey || event.metaKey || (at && /^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName))) return;
  const button = document.querySelector(`[data-hotkey="${CSS.escape(event.key)}"]`);
  if (button) button.click();
});
