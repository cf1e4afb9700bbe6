"""Legends and pictures for figures that have none of their own."""

from collections.abc import Iterable
from html import escape

import streamlit as st

from ewdash.model.words import say

_SAVE = """
export default function ({ parentElement, data }) {
  let button = parentElement.querySelector("button");
  if (!button) {
    button = document.createElement("button");
    button.type = "button";
    button.style.cssText = "font:inherit;font-size:14px;padding:6px 12px;border:1px solid #9AA5B1;" +
      "border-radius:6px;background:#FFF;color:#1F2933;cursor:pointer";
    parentElement.append(button);
  }
  button.textContent = data.label;
  button.onclick = () => {
    const image = new Image();
    image.onload = () => {
      const canvas = document.createElement("canvas");
      canvas.width = image.width;
      canvas.height = image.height;
      canvas.getContext("2d").drawImage(image, 0, 0);
      const link = document.createElement("a");
      link.download = data.file;
      link.href = canvas.toDataURL("image/png");
      link.click();
    };
    image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(data.svg);
  };
}
"""

_button = st.components.v2.component("ewdash_picture", js=_SAVE)


def button(svg: str, *, name: str) -> None:
    """Show a button that turns an SVG into a PNG in the browser and saves it."""
    _button(data={"svg": svg, "label": say("map-picture"), "file": f"{name}.png"}, key=f"{name}-picture")


def legend(entries: Iterable[tuple[str, str]]) -> None:
    """Show what each colour of a figure means."""
    dots = [
        '<span style="display:inline-flex;align-items:center;gap:6px;margin-right:18px">'
        f'<span style="width:14px;height:14px;border-radius:7px;background:{escape(colour)}"></span>'
        f"{escape(label)}</span>"
        for label, colour in entries
    ]
    if dots:
        st.html("".join(dots))
