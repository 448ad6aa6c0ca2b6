/* What a page does beyond HTML; without it every page can be read. It keeps nothing unless the reader asks: the one
   thing that can be kept, in this browser, is the choice between light and dark. */

(function () {
  "use strict";

  var KEPT = "appearance";
  var root = document.documentElement;
  root.classList.add("kb-js");

  function kept() {
    try { return localStorage.getItem(KEPT); } catch (error) { return null; }
  }
  function keep(choice) {
    try {
      if (choice) localStorage.setItem(KEPT, choice);
      else localStorage.removeItem(KEPT);
    } catch (error) { /* a browser that keeps nothing is fine */ }
  }
  function show(choice) {
    if (choice === "light" || choice === "dark") root.dataset.appearance = choice;
    else delete root.dataset.appearance;
  }
  show(kept());

  /* The switch at the foot of the page. */
  document.addEventListener("DOMContentLoaded", function () {
    var form = document.querySelector(".kb-appearance");
    if (!form) return;
    var choice = kept();
    form.elements.appearance.value = choice || "device";
    form.elements.remember.checked = choice !== null;
    form.addEventListener("change", function () {
      show(form.elements.appearance.value);
      keep(form.elements.remember.checked ? form.elements.appearance.value : null);
    });
    form.addEventListener("submit", function (event) { event.preventDefault(); });
  });
})();
