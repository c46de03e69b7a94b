// Looks for new messages and counts the wait for another code down. Everything else works without.
'use strict';
(() => {
  const POLL_MS = 1200;
  const handsets = document.getElementById('handsets');
  const news = document.getElementById('news');
  let shown = '';

  document.getElementById('look').hidden = true;

  const ids = () => new Set([...handsets.querySelectorAll('[data-id]')].map(m => m.dataset.id));

  const screens = () => [...handsets.querySelectorAll('.screen')];

  const newestInView = () => {
    for (const screen of screens()) screen.scrollTop = screen.scrollHeight;
  };

  // The steps above the shop: once the code has come in, it can be typed.
  const nextStep = () => {
    const steps = document.querySelectorAll('.steps li');
    if (steps[1].hasAttribute('aria-current') && !handsets.querySelector('.typing, .used .nothing')) {
      steps[1].removeAttribute('aria-current');
      steps[2].setAttribute('aria-current', 'step');
    }
  };

  const show = html => {
    const before = ids();
    const focused = screens().indexOf(document.activeElement);
    handsets.innerHTML = html;
    screens()[focused]?.focus({preventScroll: true});
    const fresh = [...handsets.querySelectorAll('[data-id]')].filter(m => !before.has(m.dataset.id));
    fresh.forEach(m => m.classList.add('fresh'));
    if (fresh.length) {
      news.textContent = news.dataset.new + ' ' + fresh.at(-1).textContent.replace(/\s+/g, ' ');
    }
    newestInView();
    nextStep();
  };

  const look = async () => {
    try {
      if (!document.hidden) {
        const answer = await fetch('/sandbox/handsets', {signal: AbortSignal.timeout(8000)});
        const html = answer.ok ? await answer.text() : shown;
        if (html !== shown) {
          shown = html;
          show(html);
        }
      }
    } catch {
      // The server restarts; the next look will find it.
    }
    setTimeout(look, POLL_MS);
  };

  const wait = document.querySelector('[data-wait]');
  if (wait) {
    const until = performance.now() + Number(wait.dataset.wait) * 1000;
    const timer = setInterval(() => {
      const left = Math.ceil((until - performance.now()) / 1000);
      if (left > 0) {
        wait.querySelector('.seconds').textContent = left;
      } else {
        wait.textContent = wait.dataset.now;
        clearInterval(timer);
      }
    }, 500);
  }

  newestInView();
  look();
})();
