// Moves meetings by drag and drop. Without it, choosing a meeting and then a slot does the same.
"use strict";

const drop = document.getElementById("drop");
let dragged = null;

for (const meeting of document.querySelectorAll(".meeting:not(.locked)")) {
  meeting.draggable = true;
  meeting.querySelector("a").draggable = false;
  meeting.addEventListener("dragstart", event => {
    dragged = meeting;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", meeting.dataset.host);
    for (const cell of cellsOf(meeting)) cell.classList.add("open");
  });
  meeting.addEventListener("dragend", () => {
    for (const cell of cellsOf(meeting)) cell.classList.remove("open", "over");
    dragged = null;
  });
}

for (const cell of document.querySelectorAll(".timetable td")) {
  cell.addEventListener("dragover", event => {
    if (fits(cell)) {
      event.preventDefault();
      cell.classList.add("over");
    }
  });
  cell.addEventListener("dragleave", () => cell.classList.remove("over"));
  cell.addEventListener("drop", event => {
    if (fits(cell)) {
      event.preventDefault();
      drop.elements.delegate.value = dragged.dataset.delegate;
      drop.elements.host.value = dragged.dataset.host;
      drop.elements.slot.value = cell.dataset.slot;
      drop.submit();
    }
  });
}

/** A meeting stays with its delegate. */
function fits(cell) {
  return dragged !== null
    && cell.dataset.delegate === dragged.dataset.delegate
    && !cell.contains(dragged);
}

function cellsOf(meeting) {
  return [...document.querySelectorAll(".timetable td")]
    .filter(cell => cell.dataset.delegate === meeting.dataset.delegate);
}
