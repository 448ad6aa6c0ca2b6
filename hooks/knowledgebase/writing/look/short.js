/* The page behind a short code leads on at once, and Back leads past it. Where it has two ways, or none, it stays. */
(function () {
  "use strict";

  var asked = document.getElementById(location.hash.slice(1) || "0");
  var link = asked && asked.querySelector("a");
  if (link && !asked.textContent.includes("Removed on")) location.replace(link.href);
})();
