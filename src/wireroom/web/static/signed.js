// Notes that this browser has been signed in, so that public pages, which know nobody, ask for
// their reader's own marks. It says no more than that; who is signed out is told so when asking.
"use strict";
try {
  localStorage.setItem("signed-in", "yes");
} catch {
  // Storage is forbidden: marks stand in the list alone.
}
