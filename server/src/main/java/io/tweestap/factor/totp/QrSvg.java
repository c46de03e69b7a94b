package io.tweestap.factor.totp;

import io.nayuki.qrcodegen.QrCode;

/// A QR code as an SVG element that needs nothing else: black on white, four modules of margin, as
/// large as its place.
final class QrSvg {
  private static final int MARGIN = 4;

  private QrSvg() {}

  /// @param text at most 2,048 characters
  static String of(String text) {
    QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
    int size = code.size + 2 * MARGIN;
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < code.size; y++) {
      row(code, y, path);
    }
    return """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" shape-rendering="crispEdges">\
    <path fill="#fff" d="M0 0h%1$dv%1$dH0z"/><path d="%2$s"/></svg>\
    """
        .formatted(size, path);
  }

  /// Runs of dark modules in one row, each as one rectangle.
  private static void row(QrCode code, int y, StringBuilder path) {
    int x = 0;
    while (x < code.size) {
      int start = x;
      while (x < code.size && code.getModule(x, y)) {
        x++;
      }
      if (x > start) {
        path.append('M').append(start + MARGIN).append(' ').append(y + MARGIN);
        path.append('h').append(x - start).append("v1H").append(start + MARGIN).append('z');
      } else {
        x++;
      }
    }
  }
}
