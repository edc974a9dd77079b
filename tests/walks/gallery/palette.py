"""Makes a picture small: sixty-four colours are plenty for text."""

import base64
import struct
import zlib

from playwright.sync_api import Page

COUNT = """async (picture) => {
  const bytes = Uint8Array.from(atob(picture), (character) => character.charCodeAt(0));
  const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
  const { width, height } = image;
  const canvas = new OffscreenCanvas(width, height);
  const drawing = canvas.getContext("2d");
  drawing.drawImage(image, 0, 0);
  const points = new Uint32Array(drawing.getImageData(0, 0, width, height).data.buffer);
  const counts = new Map();
  for (const point of points) counts.set(point, (counts.get(point) ?? 0) + 1);
  const colours = [...counts.keys()].sort((a, b) => counts.get(b) - counts.get(a));
  const parts = (colour) => [colour & 255, (colour >> 8) & 255, (colour >> 16) & 255];
  const near = (one, other) => one.reduce((sum, part, i) => sum + (part - other[i]) ** 2, 0);
  const palette = [];
  for (const apart of [300, 0])
    for (const colour of colours) {
      if (palette.length === 64) break;
      const rgb = parts(colour);
      if (palette.every((kept) => near(kept, rgb) > apart)) palette.push(rgb);
    }
  const nearest = new Map(colours.map((colour) => {
    const rgb = parts(colour);
    let best = 0;
    palette.forEach((kept, i) => { if (near(kept, rgb) < near(palette[best], rgb)) best = i; });
    return [colour, best];
  }));
  const indices = Uint8Array.from(points, (point) => nearest.get(point));
  let text = "";
  for (let start = 0; start < indices.length; start += 32768)
    text += String.fromCharCode(...indices.subarray(start, start + 32768));
  return { width, height, palette, indices: btoa(text) };
}"""
"""Names each point of a picture by its colour's place among the colours that it has most of.

Colours that lie near one another are taken only when there is room.
"""


def small(page: Page, picture: bytes) -> bytes:
    """Write a PNG anew with a palette; the browser of ``page`` reads it and counts its colours."""
    found = page.evaluate(COUNT, base64.b64encode(picture).decode())
    width, height = found["width"], found["height"]
    indices = base64.b64decode(found["indices"])
    rows = b"".join(
        b"\0" + indices[start : start + width] for start in range(0, width * height, width)
    )
    colours = bytes(part for colour in found["palette"] for part in colour)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        _chunk(kind, content)
        for kind, content in (
            (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)),
            (b"PLTE", colours),
            (b"IDAT", zlib.compress(rows, 9)),
            (b"IEND", b""),
        )
    )


def _chunk(kind: bytes, content: bytes) -> bytes:
    body = kind + content
    return struct.pack(">I", len(content)) + body + struct.pack(">I", zlib.crc32(body))
