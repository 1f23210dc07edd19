// Small comforts on top of pages that work without any script.

// The error summary takes the focus, so that a screen reader starts there and the page is scrolled to it.
document.querySelector('[data-focus]')?.focus();

// A form is sent once: its buttons rest after the first click. (The server keeps a double submission harmless anyway.)
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || form.method !== 'post') return;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = '1';
  form.setAttribute('aria-busy', 'true');
  // Work that takes its time (a large sheet) says that it goes on.
  setTimeout(() => {
    if (!form.dataset.sent) return;
    const said = document.createElement('p');
    said.className = 'wait';
    said.setAttribute('role', 'status');
    said.textContent = document.body.dataset.wait ?? '';
    (event.submitter ?? form.lastElementChild)?.after(said);
  }, 700);
});
// Coming back by the browser's back button gives a page that can be sent again.
window.addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll('form[data-sent]')) {
    delete form.dataset.sent;
    form.removeAttribute('aria-busy');
    form.querySelector('.wait')?.remove();
  }
});

// <input type="checkbox" data-all="name"> ticks every box of that name in its form.
document.addEventListener('change', (event) => {
  const box = event.target;
  if (!(box instanceof HTMLInputElement) || !box.dataset.all) return;
  for (const other of box.form?.querySelectorAll('input[type=checkbox]') ?? document.querySelectorAll('input')) {
    if (other instanceof HTMLInputElement && other.name === box.dataset.all && !other.disabled) other.checked = box.checked;
  }
  count();
});

// <span data-count="name"> shows how many boxes of that name are ticked.
const count = () => {
  for (const place of document.querySelectorAll('[data-count]')) {
    const name = place.dataset.count;
    place.textContent = String(document.querySelectorAll(`input[name="${CSS.escape(name)}"]:checked`).length);
  }
};
document.addEventListener('change', count);
count();

// The user menu closes by Escape and by a click elsewhere.
const who = document.querySelector('details.who');
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && who?.open) {
    who.open = false;
    who.querySelector('summary')?.focus();
  }
});
document.addEventListener('click', (event) => {
  if (who?.open && event.target instanceof Node && !who.contains(event.target)) who.open = false;
});

// <select data-submit> sends its form when a value is chosen.
document.addEventListener('change', (event) => {
  const choice = event.target;
  if (choice instanceof HTMLSelectElement && 'submit' in choice.dataset) choice.form?.requestSubmit();
});

// <button data-print>: the browser's own print dialogue.
document.addEventListener('click', (event) => {
  if (event.target instanceof Element && event.target.closest('[data-print]')) window.print();
});
