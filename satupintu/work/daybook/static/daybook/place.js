// Puts the phone's own place into the field for coordinates, when its owner asks for it. The page works without.
const field = document.querySelector("[data-coordinates]");
const shape = document.querySelector("template[data-place]");
if (field && shape && navigator.geolocation && window.isSecureContext) {
  field.after(shape.content.cloneNode(true));
  const button = field.nextElementSibling;
  const words = button.querySelector("span");
  const asked = words.textContent;
  button.addEventListener("click", () => {
    words.textContent = button.dataset.wordsWaiting;
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        field.value = `${coords.latitude.toFixed(6)}, ${coords.longitude.toFixed(6)}`;
        words.textContent = asked;
      },
      () => { words.textContent = button.dataset.wordsFailed; },
      { enableHighAccuracy: true, timeout: 15000 },
    );
  });
}
