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

  /* The way off the page takes its place in this tab, so that "Back" does not lead here again. */
  document.addEventListener("click", function (event) {
    var link = event.target.closest(".kb-leave");
    if (!link) return;
    event.preventDefault();
    location.replace(link.href);
  });

  /* Tables whose headers say data-sorts: a button in each of these headers puts the rows in its order. */
  var compare = new Intl.Collator("en", { numeric: true }).compare;
  function sort(header, status) {
    var body = header.closest("table").tBodies[0];
    var down = header.getAttribute("aria-sort") === "ascending";
    function words(row) { return row.cells[header.cellIndex].textContent; }
    var rows = Array.from(body.rows).sort(function (a, b) { return compare(words(a), words(b)) * (down ? -1 : 1); });
    header.closest("tr").querySelectorAll("[aria-sort]").forEach(function (other) { other.removeAttribute("aria-sort"); });
    header.setAttribute("aria-sort", down ? "descending" : "ascending");
    body.append.apply(body, rows);
    status.textContent = "Sorted by " + header.textContent.trim() + (down ? ", from the end." : ", from the start.");
  }
  function makeSortable(table) {
    var status = document.createElement("p");
    status.className = "kb-unseen";
    status.setAttribute("role", "status");
    table.after(status);
    table.querySelectorAll("[data-sorts]").forEach(function (header) {
      var button = document.createElement("button");
      button.type = "button";
      button.append.apply(button, Array.from(header.childNodes));
      button.addEventListener("click", function () { sort(header, status); });
      header.append(button);
    });
  }
  document.addEventListener("DOMContentLoaded", function () {
    document.querySelectorAll(".kb-studies table").forEach(makeSortable);
  });
})();
