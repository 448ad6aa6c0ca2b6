/* What the pages need beyond HTML: buttons that open the menu and the search, and keys that leave readers in peace.
   Without JavaScript every page can be read; only the search needs it. */

(function () {
  "use strict";

  /* The buttons of the header work the theme's hidden checkboxes, and take the focus back when these close. */
  document.querySelectorAll("button[data-opens]").forEach(function (button) {
    var box = document.getElementById(button.dataset.opens);
    function say() {
      button.setAttribute("aria-expanded", box.checked);
    }
    button.addEventListener("click", function () {
      box.click();
      if (box.checked && box.id === "__search") {
        setTimeout(function () { document.querySelector(".md-search__input").focus(); }, 50);
      }
    });
    box.addEventListener("change", function () {
      say();
      if (!box.checked && button.offsetParent) setTimeout(function () { button.focus(); }, 50);
    });
    say();
  });

  /* Escape closes the menu, and the theme's keys of one letter are off: they get in the way of speech input. */
  window.addEventListener("keydown", function (event) {
    var drawer = document.getElementById("__drawer");
    if (event.key === "Escape" && drawer.checked) drawer.click();
    var typing = /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName);
    var plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (plain && !typing && /^[a-z,.\/]$/i.test(event.key)) event.stopImmediatePropagation();
  }, true);
})();
