/* A button beside every link of a page to a part of itself: it copies that link and says so. Where the site is published
   under a known address, that one is copied. Without this script the plain links are there. */

(function () {
  "use strict";

  function address(anchor) {
    var canonical = document.querySelector("link[rel=canonical]");
    return (canonical ? canonical.href : location.href).replace(/[?#].*$/, "") + anchor;
  }
  /* The older way needs a selection, and works where the newer one is not allowed. */
  function copyBySelection(text, near) {
    var field = document.createElement("textarea");
    field.value = text;
    near.after(field);
    field.select();
    var done = false;
    try { done = document.execCommand("copy"); } catch (error) { /* told to the reader below */ }
    field.remove();
    near.focus();
    return done;
  }
  function copy(text, near) {
    var fallback = function () { return copyBySelection(text, near); };
    if (!navigator.clipboard) return Promise.resolve(fallback());
    return navigator.clipboard.writeText(text).then(function () { return true; }, fallback);
  }
  function offerByHand(text, near) {
    var field = document.createElement("input");
    field.className = "kb-copy-by-hand";
    field.readOnly = true;
    field.value = text;
    field.setAttribute("aria-label", "The link, to copy by hand");
    near.after(field);
    field.select();
  }
  /* The stylesheet shows these words; they are no part of the page's own text. */
  function say(made, words, anchor) {
    made.dataset.says = words;
    made.setAttribute("aria-label", words + " to " + anchor);
  }
  function button(anchor, status) {
    var made = document.createElement("button");
    made.type = "button";
    made.className = "kb-copy";
    say(made, "Copy link", anchor);
    made.addEventListener("click", function () {
      copy(address(anchor), made).then(function (done) {
        status.textContent = "";
        say(made, done ? "Copied" : "Copy link", anchor);
        status.textContent = done ? "Copied: the link to " + anchor : "This browser does not let the page copy. The link stands beside the button.";
        if (!done) offerByHand(address(anchor), made);
        else setTimeout(function () { say(made, "Copy link", anchor); }, 3000);
      });
    });
    return made;
  }
  function addTo(link, status) {
    var made = button(link.getAttribute("href"), status);
    if (link.classList.contains("kb-id")) link.after(" ", made);
    else link.replaceWith(made);
  }
  document.addEventListener("DOMContentLoaded", function () {
    var status = document.createElement("p");
    status.className = "kb-unseen";
    status.setAttribute("role", "status");
    document.body.append(status);
    document.querySelectorAll(".kb-here").forEach(function (link) { addTo(link, status); });
  });
})();
