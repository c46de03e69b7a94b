// Copies, prints, counts down. Whatever needs this is hidden without it; all else works without.
'use strict';
(() => {
  for (const button of document.querySelectorAll('[data-copy]')) {
    const source = document.querySelector(button.dataset.copy);
    if (!source || !navigator.clipboard) {
      continue;
    }
    const said = button.querySelector('.said') || button;
    button.hidden = false;
    button.addEventListener('click', async () => {
      const items = source.querySelectorAll('li');
      const text = items.length
        ? [...items].map(item => item.textContent.trim()).join('\n')
        : source.textContent.trim();
      await navigator.clipboard.writeText(text);
      said.textContent = button.dataset.done;
    });
  }
  for (const button of document.querySelectorAll('[data-print]')) {
    button.hidden = false;
    button.addEventListener('click', () => window.print());
  }
  for (const wait of document.querySelectorAll('[data-wait]')) {
    const seconds = wait.querySelector('.seconds');
    let left = Number(wait.dataset.wait);
    const timer = setInterval(() => {
      left -= 1;
      if (left > 0) {
        seconds.textContent = String(left);
      } else {
        clearInterval(timer);
        wait.textContent = wait.dataset.now || '';
      }
    }, 1000);
  }
})();
